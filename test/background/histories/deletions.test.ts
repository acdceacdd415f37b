/**
 * A deletion can be undone for a minute, until the page is left, or until the browser is started anew.
 */
import { expect, test, vi } from "vitest";
import type { PersonId } from "../../../src/domain/person/person.ts";
import { openHistory } from "../../../src/storage/database/database.ts";
import {
  answerOf,
  ask,
  beginAnew,
  history,
  ring,
  startBrowser,
  viewer,
} from "../started-background.ts";

interface Begun {
  readonly id: string;
  readonly count: number;
}

const onDisk = async (name: string): Promise<string> => {
  const database = await openHistory(name);
  const all = await Promise.all(
    [...database.objectStoreNames].map((store) => database.getAll(store)),
  );
  database.close();
  return JSON.stringify(all);
};

async function deleted(): Promise<{
  readonly name: string;
  readonly id: PersonId;
  readonly begun: Begun;
}> {
  await beginAnew();
  await history(viewer, "bea-example", "Bea Example");
  const { name, id } = await history(viewer, "alex-example", "Alex Example");
  const begun = (await answerOf(ask("deletePeople", { ids: [id] }, name))) as Begun;
  expect(begun.count).toBe(1);
  expect(await ask("personCard", { id, atMost: 1 }, name)).toMatchObject({
    refused: "unknown-person",
  });
  return { name, id, begun };
}

test("who is deleted is not found any more, and comes back by an undo", async () => {
  const { name, id, begun } = await deleted();
  expect(await answerOf(ask("undoDeletion", { id: begun.id }, name))).toBe(true);
  expect(await answerOf(ask("personCard", { id, atMost: 1 }, name))).toMatchObject({ id });
  // Asked again, it is undone.
  expect(await answerOf(ask("undoDeletion", { id: begun.id }, name))).toBe(true);
});

test("who leaves the page meant it", async () => {
  const { name, begun } = await deleted();
  await answerOf(ask("finishDeletion", { id: begun.id }, name));
  expect(await answerOf(ask("undoDeletion", { id: begun.id }, name))).toBe(false);
  const text = await onDisk(name);
  expect(text).not.toContain("alex-example");
  expect(text).toContain("bea-example");
});

test("the next start of the browser ends it", async () => {
  const { name } = await deleted();
  startBrowser();
  await vi.waitFor(async () => expect(await onDisk(name)).not.toContain("alex-example"));
});

test("after a minute it is done, and not before", async () => {
  const { name, id, begun } = await deleted();
  ring("deletion");
  expect(await answerOf(ask("undoDeletion", { id: begun.id }, name))).toBe(true);
  await answerOf(ask("deletePeople", { ids: [id] }, name));
  const later = Date.now() + 60_000;
  vi.spyOn(Date, "now").mockReturnValue(later);
  ring("deletion");
  await vi.waitFor(async () => expect(await onDisk(name)).not.toContain("alex-example"));
  vi.restoreAllMocks();
});

test("what is too early to be done is looked at again a minute later", async () => {
  const { name } = await deleted();
  const alarms: string[] = [];
  // After the browser of the tests is there.
  const { browser } = await import("../../../src/browser.ts");
  vi.spyOn(browser.alarms, "create").mockImplementation(async (...[alarm]: readonly unknown[]) => {
    if (typeof alarm === "string") alarms.push(alarm);
  });
  ring("deletion");
  await vi.waitFor(() => expect(alarms).toEqual(["deletion"]));
  expect(await onDisk(name)).toContain("alex-example");
  vi.restoreAllMocks();
});
