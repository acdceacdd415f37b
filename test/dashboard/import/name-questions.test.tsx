// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import { NameQuestions } from "../../../src/dashboard/import/name-questions.tsx";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { NameQuestion } from "../../../src/domain/records/archive-import.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

const question = (first: string): NameQuestion => ({
  name: `name:${first.toLowerCase()} sample`,
  candidates: [
    { alias: `slug:${first}-1` as Alias, name: `${first} Sample`, work: "", interactions: 2 },
    { alias: `slug:${first}-2` as Alias, name: `${first} Sample`, work: "", interactions: 3 },
  ],
  facts: 4,
  strangers: 0,
});

const answered = vi.fn<(about: unknown) => void>();

beforeEach(() => {
  answered.mockClear();
  answerWith({ answerQuestion: answered });
});

async function press(place: ParentNode, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const button = found(place, `[name=${name}]`);
    button.focus();
    button.click();
    await settled();
  }
}

async function answer(place: ParentNode): Promise<void> {
  found(place, "[type=radio]").click();
  await settled();
  await press(place, "answer-name");
}

async function questions(): Promise<HTMLElement> {
  const place = drawn(<NameQuestions questions={[question("Ada"), question("Bo")]} />);
  await settled();
  return place;
}

test("after each answer the focus is on the next question, and at the end on that they are done", async () => {
  const place = await questions();
  expect(document.activeElement).toBe(document.body);
  await answer(place);
  expect(found(place, "legend").textContent).toContain("Bo Sample");
  expect(document.activeElement).toBe(found(place, "h3"));
  await answer(place);
  expect(answered).toHaveBeenCalledTimes(2);
  expect(document.activeElement?.textContent).toBe("All questions are done.");
});

test.each([
  ["the last", ["skip-name"]],
  ["all", ["skip-names"]],
])("who skips %s is not told that all are done", async (_which, buttons) => {
  const place = await questions();
  if (buttons[0] === "skip-name") await answer(place);
  await press(place, ...buttons);
  expect(place.textContent).toBe("");
});
