import "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import {
  keepEntry,
  openOwn,
  type OutboxEntry,
} from "../../../src/storage/database/own-database.ts";
import type { Overview } from "../../../src/protocol/views.ts";
import { answerOf, ask, beginAnew, history, seen, SITE, viewer } from "../started-background.ts";

beforeEach(() => beginAnew());

const overview = async () => (await answerOf(ask("overview"))) as Overview;
const entry = (slug: string): OutboxEntry =>
  ({ viewer, sightings: [seen(slug, "Somebody").sighting] }) as OutboxEntry;

async function withOwn<T>(work: (own: Awaited<ReturnType<typeof openOwn>>) => Promise<T>) {
  const own = await openOwn();
  try {
    return await work(own);
  } finally {
    own.close();
  }
}

test("the outbox holds no more than so many characters; the oldest entries go", async () => {
  await withOwn(async (own) => {
    const size = JSON.stringify(entry("a")).length;
    const kept: boolean[] = [];
    for (const [place, slug] of ["a", "b", "c", "d"].entries())
      kept.push(await keepEntry(own, entry(slug), size * 2.5, place));
    expect(kept).toEqual([true, true, true, true]);
    const left = (await own.getAll("outbox")).flatMap(({ sightings }) =>
      sightings.flatMap(({ person }) => person.aliases),
    );
    expect(left).toEqual(["slug:c", "slug:d"]);
    // One that is too long alone pushes nothing out.
    expect(await keepEntry(own, entry("e"), size / 2, 5)).toBe(false);
    expect(await own.count("outbox")).toBe(2);
  });
});

test("an entry that cannot be recorded holds up none of the others", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await history(viewer, "alex-example", "Alex Example");
  const broken = { viewer, sightings: [{ what: "person" }] } as unknown as OutboxEntry;
  await withOwn(async (own) => {
    await keepEntry(own, entry("bea-example"), 1e6, 1);
    await keepEntry(own, broken, 1e6, 2);
    await keepEntry(own, entry("cy-example"), 1e6, 3);
  });
  await answerOf(ask("signedIn", { ...viewer, kinds: ["menu"] }, undefined, SITE));
  await vi.waitFor(async () => expect((await overview()).people).toBe(3));
  await withOwn(async (own) => expect(await own.count("outbox")).toBe(1));
  vi.restoreAllMocks();
});
