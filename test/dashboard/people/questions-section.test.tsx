// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import {
  QuestionsLink,
  QuestionsSection,
} from "../../../src/dashboard/people/questions-section.tsx";
import type { PersonId } from "../../../src/domain/person/person.ts";
import type { OpenQuestion, QuestionSide } from "../../../src/protocol/views.ts";
import { now } from "../../components/invented-person.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

const side = (subject: `slug:${string}`, name: string): QuestionSide => ({
  subject,
  id: subject as string as PersonId,
  name,
  work: "Acme",
  interactions: 2,
});

const alike = (name: string): OpenQuestion => ({
  question: { kind: "one-person", a: `slug:${name}`, b: `slug:${name}-2`, reason: "alike" },
  sides: [side(`slug:${name}`, name), side(`slug:${name}-2`, name)],
  choices: {},
});

/** A background that asks no more what was answered. */
async function section(...names: readonly string[]) {
  let open: readonly OpenQuestion[] = names.map(alike);
  const told: unknown[] = [];
  answerWith({
    openQuestions: () => open,
    answerQuestion(about) {
      const { answer } = about as { readonly answer: { readonly a: string } };
      told.push(answer);
      open = open.filter(({ question }) => !("a" in question) || question.a !== answer.a);
    },
    undoMerge() {
      open = names.map(alike);
    },
  });
  const place = drawn(<QuestionsSection now={now} round={0} />);
  await settled();
  return { place, told };
}

const press = async (place: ParentNode, words: string) => {
  const one = [...place.querySelectorAll("button")].find(
    ({ textContent }) => textContent === words,
  );
  if (!one) throw new Error(`No button "${words}"`);
  one.click();
  await settled();
};
const shown = (place: ParentNode) => found(place, ".sides strong").textContent;

test("questions come one after the other, with how many are open", async () => {
  const { place, told } = await section("al", "bo");
  expect(place.textContent).toContain("2 questions are open");
  expect(shown(place)).toBe("al");
  await press(place, "Two people");
  expect(told).toEqual([{ kind: "one-person", a: "slug:al", b: "slug:al-2", value: "different" }]);
  expect(shown(place)).toBe("bo");
  await press(place, "One person");
  expect(place.textContent).toContain("Nothing to sort out.");
});

test("an answer is taken back under the next question", async () => {
  const { place } = await section("al", "bo");
  await press(place, "One person");
  expect(shown(place)).toBe("bo");
  await press(place, "Undo");
  expect(shown(place)).toBe("al");
});

test("what is skipped comes last and stays open, and the last question cannot be skipped", async () => {
  const { place, told } = await section("al", "bo", "cy");
  await press(place, "Skip");
  expect(shown(place)).toBe("bo");
  await press(place, "Skip");
  expect(shown(place)).toBe("cy");
  await press(place, "Skip");
  expect(shown(place)).toBe("al");
  expect(place.textContent).toContain("3 questions are open");
  expect(told).toEqual([]);
  await press(place, "Two people");
  await press(place, "Two people");
  expect(place.querySelector("[name=skip-question]")).toBeNull();
});

test("the list of people leads to the questions only where there are some", async () => {
  answerWith({ openQuestions: () => [alike("al")] });
  const some = drawn(<QuestionsLink round={0} />);
  await settled();
  expect(found<HTMLAnchorElement>(some, "a").getAttribute("href")).toBe("#questions");
  expect(some.textContent).toBe("1 question about who is who");
  answerWith({ openQuestions: () => [] });
  const none = drawn(<QuestionsLink round={0} />);
  await settled();
  expect(none.textContent).toBe("");
});
