// @vitest-environment jsdom
import { answerWith } from "../words/extension-of-the-tests.ts";
import { render } from "preact";
import { expect, test } from "vitest";
import { HandWrittenForm } from "../../src/person/hand-written-form.tsx";
import type { PersonId } from "../../src/domain/person/person.ts";
import { drawn, found, settled } from "../components/drawn.ts";

const form = (now: Date) => (
  <HandWrittenForm id={"a" as PersonId} now={now.getTime()} onLogged={() => undefined} />
);

/** The form as it was opened on the 28th and drawn again on the 30th; it was left open in between. */
async function leftOpen(choose: (field: HTMLInputElement) => void) {
  const asked: { from: number; to: number }[] = [];
  answerWith({
    addInteraction: (about) => {
      asked.push((about as { readonly interaction: { from: number; to: number } }).interaction);
      return "key";
    },
  });
  const place = drawn(form(new Date(2026, 4, 28, 9)));
  const field = found<HTMLInputElement>(place, "input[type=date]");
  choose(field);
  await settled();
  render(form(new Date(2026, 4, 30, 9)), place);
  await settled();
  const { value, max } = field;
  found(place, "form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settled();
  return { value, max, days: asked.map(({ from }) => new Date(from).getDate()) };
}

test("what is written down is of today, also in a form that stays open over midnight", async () => {
  expect(await leftOpen(() => undefined)).toEqual({
    value: "2026-05-30",
    max: "2026-05-30",
    days: [30],
  });
});

test("a day that the user chose stays when another day begins", async () => {
  const chosen = await leftOpen((field) => {
    field.value = "2026-05-27";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(chosen).toEqual({ value: "2026-05-27", max: "2026-05-30", days: [27] });
});
