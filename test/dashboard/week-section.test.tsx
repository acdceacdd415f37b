// @vitest-environment jsdom
import { answerWith, extension } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { Toasts } from "../../src/components/pieces/toast.tsx";
import { WeekSection } from "../../src/dashboard/week/week-section.tsx";
import { Refusal } from "../../src/protocol/transport.ts";
import { refusalText } from "../../src/words/trouble-words.ts";
import type { PersonId } from "../../src/domain/person/person.ts";
import type { DueRow, SuggestedRow, Week } from "../../src/domain/week/week.ts";
import { ShownHistory } from "../../src/week/written.ts";
import { alex, now } from "../components/invented-person.ts";
import { drawn, found, settled } from "../components/drawn.ts";

const { tie } = alex();
const { lastExchange: _exchange, last: _last, ...silent } = tie;
const connected = { from: now - 900 * 86_400_000, to: now - 900 * 86_400_000 };

const row = (id: string, name: string, parts: Partial<SuggestedRow> = {}): SuggestedRow => ({
  id: id as PersonId,
  alias: `slug:${id}`,
  aliases: [`slug:${id}`, "member:ACoAAExample"],
  name,
  tie,
  reasons: [],
  lens: [],
  ...parts,
});

const due: DueRow = {
  ...row("cem", "Cem Example"),
  dueBy: "date",
  dueAt: now - 86_400_000,
  reminder: "r1",
  chosen: {},
};

const week: Week = {
  reconnect: [row("alex", "Alex Example", { reasons: [{ code: "rhythm", gapDays: 62 }] })],
  neverTalked: [
    row("bea", "Bea Example", {
      tie: { ...silent, band: "not-talked" },
      reasons: [
        { code: "connected-never-talked", ...connected },
        { code: "only-at-company", company: "Lone Works" },
      ],
      connected,
    }),
  ],
  due: [due],
  number: 1,
  doneThisWeek: 0,
};

let told: readonly (readonly [string, unknown])[] = [];

async function section(given: Week = week, overdue = 0): Promise<HTMLElement> {
  const hear = (question: string) => (about: unknown) => {
    told = [...told, [question, about]];
  };
  answerWith({
    week: () => given,
    replies: () => [],
    choose: hear("choose"),
    markDone: hear("markDone"),
  });
  const place = drawn(
    <ShownHistory.Provider value="mine">
      <Toasts>
        <WeekSection isCovered now={now} round={0} overdue={overdue} />
      </Toasts>
    </ShownHistory.Provider>,
  );
  await settled();
  return place;
}

const card = (place: ParentNode, name: string) => found(place, `.suggest[aria-label="${name}"]`);

const press = async (place: ParentNode, words: string) => {
  const one = [...place.querySelectorAll("button")].find((each) => each.textContent === words);
  if (!one) throw new Error(`No button "${words}"`);
  one.click();
  await settled();
};

beforeEach(() => {
  told = [];
});

test("a card says each thing once, also of what the heading over it says", async () => {
  const place = await section();
  const said = (name: string) =>
    [...card(place, name).querySelectorAll(".suggest-why > p:not(.act)")].map(
      (one) => one.textContent,
    );
  expect(said("Bea Example")).toEqual(["Connected 2023.", "Your only contact at ⁨Lone Works⁩."]);
  expect(said("Alex Example")).toEqual([
    expect.any(String),
    "They wrote 3\u00A0months ago.",
    "You usually talk every 2\u00A0months.",
  ]);
});

test("a week without anybody says how many are overdue, or that nobody is", async () => {
  const nobody = { ...week, reconnect: [], neverTalked: [], due: [] };
  expect((await section(nobody, 3)).textContent).toMatch(/^3 people are overdue/);
  expect((await section(nobody)).textContent).toMatch(/^Nobody is overdue/);
});

test("what was done about a person stands in their place, with the way back", async () => {
  const place = await section();
  found(card(place, "Alex Example"), "[name=done]").click();
  await settled();
  expect(document.activeElement?.textContent).toBe("Undo");
  await press(place, "Undo");
  expect(document.activeElement).toBe(found(card(place, "Alex Example"), "[name=done]"));
  found(card(place, "Bea Example"), "[name=more]").click();
  await settled();
  await press(place, "Never suggest");
  await press(place, "Undo");
  expect(told).toEqual([
    ["markDone", { id: "alex", done: true }],
    ["markDone", { id: "alex", done: false }],
    ["choose", { id: "bea", made: { choices: { muted: { value: true } } } }],
    ["choose", { id: "bea", made: { choices: { muted: {} } } }],
  ]);
});

test("a reminder that is done can be taken back", async () => {
  const place = await section();
  await press(found(place, ".due"), "Done");
  await press(place, "Undo");
  expect(told).toEqual([
    ["choose", { id: "cem", made: { reminders: { r1: null } } }],
    ["choose", { id: "cem", made: { reminders: { r1: due.dueAt } } }],
  ]);
});

test("the words are copied, and the message window is opened once", async () => {
  const opened: string[] = [];
  const copied: string[] = [];
  Object.assign(extension.tabs, {
    create: async ({ url }: { url: string }) => void opened.push(url),
  });
  Object.assign(navigator, {
    clipboard: { writeText: async (words: string) => void copied.push(words) },
  });
  const place = await section();
  await press(card(place, "Bea Example"), "Copy and open message");
  expect(copied).toEqual([
    found<HTMLTextAreaElement>(card(place, "Bea Example"), "textarea").value,
  ]);
  expect(opened).toHaveLength(1);
  expect(found(place, ".toast").textContent).toContain("Bea Example");
});

test("a table of replies that is refused says why, once, also where the week is refused as well", async () => {
  const refused = (): never => {
    throw new Refusal("unreadable");
  };
  const drawnWith = async (answers: Parameters<typeof answerWith>[0]) => {
    answerWith(answers);
    const place = drawn(<WeekSection now={now} round={1} overdue={0} isCovered />);
    await settled();
    return [...place.querySelectorAll(".notice.danger")].map((one) => one.textContent);
  };
  const said = [refusalText(new Refusal("unreadable"))];
  expect(await drawnWith({ week: () => week, replies: refused })).toEqual(said);
  expect(await drawnWith({ week: refused, replies: refused })).toEqual(said);
  expect(await drawnWith({ week: () => week, replies: () => [] })).toEqual([]);
});
