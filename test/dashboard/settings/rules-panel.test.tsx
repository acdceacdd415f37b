// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import { Toasts } from "../../../src/components/pieces/toast.tsx";
import { RulesPanel } from "../../../src/dashboard/settings/rules-panel.tsx";
import type { Rule, RuleAbout, ShownRule } from "../../../src/domain/records/rule.ts";
import { now } from "../../components/invented-person.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

/** What an element says, without the marks that keep names of other directions apart. */
const words = (one: Element, attribute?: string): string =>
  ((attribute === undefined ? one.textContent : one.getAttribute(attribute)) ?? "").replaceAll(
    /[\u2066-\u2069]/gu,
    "",
  );

const ACME: RuleAbout = { of: "company", name: "Acme" };

/** A background that keeps the rules it is told. */
async function panel(...rules: readonly ShownRule[]) {
  const kept = new Map<string, ShownRule>(rules.map((rule) => [rule.id, rule]));
  const asked: unknown[] = [];
  answerWith({
    rules: () => [...kept.values()],
    tableChoices: () => ({ companies: ["Acme", "Example Works"], tags: ["clients"] }),
    ruleReach(about) {
      asked.push(about);
      return (about as RuleAbout).name === "Acme" ? 12 : 1;
    },
    changeRules(about) {
      const { rules: changed } = about as { rules: Readonly<Record<string, Rule | null>> };
      for (const [id, rule] of Object.entries(changed)) {
        if (rule === null) kept.delete(id);
        else kept.set(id, { ...rule, id, at: now, people: 12 });
      }
    },
  });
  const place = drawn(
    <Toasts>
      <RulesPanel />
    </Toasts>,
  );
  await settled();
  return { place, kept, asked };
}

async function press(place: ParentNode, selector: string): Promise<void> {
  found(place, selector).click();
  await settled();
}

async function write(place: ParentNode, name: string, value: string): Promise<void> {
  const field = found<HTMLInputElement | HTMLSelectElement>(place, `[name=${name}]`);
  field.value = value;
  const kind = field.tagName === "SELECT" ? "change" : "input";
  field.dispatchEvent(new Event(kind, { bubbles: true }));
  await settled();
}

async function undo(place: ParentNode): Promise<void> {
  [...place.querySelectorAll("button")].find(({ textContent }) => textContent === "Undo")?.click();
  await settled();
}

const said = (kept: ReadonlyMap<string, ShownRule>) =>
  [...kept.values()].map(({ about, says }) => ({ about, says }));

test("a rule is written after it was said how many people it is about, and undone it was never there", async () => {
  const { place, kept, asked } = await panel();
  await press(place, "[name=rule-add]");
  expect(words(found(place, "[data-testid=reach]"))).toBe("");
  await write(place, "rule-name", " Acme ");
  expect(asked.at(-1)).toEqual(ACME);
  expect(words(found(place, "[data-testid=reach]"))).toBe("12 people at Acme now");
  await press(place, "[name=rule-keep]");
  expect(said(kept)).toEqual([{ about: ACME, says: { what: "never" } }]);
  expect(words(found(place, ".rules"))).toContain("Never suggest12 people at Acme now");
  await undo(place);
  expect(kept.size).toBe(0);
  expect(place.querySelector(".rules")).toBeNull();
});

test("companies and tags of the history are offered", async () => {
  const { place } = await panel();
  await press(place, "[name=rule-add]");
  const offered = () =>
    [...place.querySelectorAll("datalist option")].map((one) => one.getAttribute("value"));
  expect(offered()).toEqual(["Acme", "Example Works"]);
  await write(place, "rule-of", "tag");
  expect(offered()).toEqual(["clients"]);
});

test("a cadence has any number of days, and how well they are known has three answers", async () => {
  const { place, kept } = await panel();
  await press(place, "[name=rule-add]");
  await write(place, "rule-of", "tag");
  await write(place, "rule-name", "clients");
  await write(place, "rule-what", "cadence");
  await write(place, "rule-days", "45");
  await press(place, "[name=rule-keep]");
  await press(place, "[name=rule-add]");
  await write(place, "rule-name", "Acme");
  await write(place, "rule-what", "knows");
  await write(place, "rule-knows", "a-little");
  await press(place, "[name=rule-keep]");
  expect(said(kept)).toEqual([
    { about: { of: "tag", name: "clients" }, says: { what: "cadence", days: 45 } },
    { about: ACME, says: { what: "knows", how: "a-little" } },
  ]);
  expect(place.textContent).toContain("I know them: A little");
  expect(place.textContent).toContain("the one further up decides");
});

const NEVER: ShownRule = { id: "r", at: now, about: ACME, says: { what: "never" }, people: 12 };

test("a rule is changed in its place, and undone it is as it was", async () => {
  const { place, kept } = await panel(NEVER);
  await press(place, "[name=rule-change]");
  expect(found<HTMLInputElement>(place, "[name=rule-name]").value).toBe("Acme");
  await write(place, "rule-what", "cadence");
  await write(place, "rule-days", "10");
  await press(place, "[name=rule-keep]");
  expect([...kept.keys()]).toEqual(["r"]);
  expect(said(kept)).toEqual([{ about: ACME, says: { what: "cadence", days: 10 } }]);
  await undo(place);
  expect(said(kept)).toEqual([{ about: ACME, says: { what: "never" } }]);
});

test("a rule is removed, and undone it is there again under its id", async () => {
  const { place, kept } = await panel(NEVER);
  expect(words(found(place, "[name=rule-remove]"), "aria-label")).toBe(
    "Remove: Never suggest, 12 people at Acme now",
  );
  await press(place, "[name=rule-remove]");
  expect(kept.size).toBe(0);
  await undo(place);
  expect([...kept.keys()]).toEqual(["r"]);
});

test("a rule about the same people, written another way, is the same", async () => {
  const { place, kept } = await panel(NEVER);
  await press(place, "[name=rule-add]");
  await write(place, "rule-name", "ACME Inc.");
  await press(place, "[name=rule-keep]");
  expect(said(kept)).toEqual([
    { about: { of: "company", name: "ACME Inc." }, says: { what: "never" } },
  ]);
  await undo(place);
  expect(said(kept)).toEqual([{ about: ACME, says: { what: "never" } }]);
});

test("a rule that is changed into another one takes its place, and undone both are there", async () => {
  const other: RuleAbout = { of: "tag", name: "Cliënts" };
  const tagged: ShownRule = { ...NEVER, id: "s", about: other };
  const { place, kept } = await panel(NEVER, tagged);
  await press(place, "[name=rule-change]");
  await write(place, "rule-of", "tag");
  await write(place, "rule-name", "clients");
  await press(place, "[name=rule-keep]");
  expect([...kept.keys()]).toEqual(["r"]);
  await undo(place);
  expect(new Map([...kept].map(([id, { about }]) => [id, about]))).toEqual(
    new Map([
      ["r", ACME],
      ["s", other],
    ]),
  );
});

test("when a rule is removed or kept, the way to add one has the focus", async () => {
  const { place } = await panel(NEVER);
  found(place, "[name=rule-remove]").focus();
  await press(place, "[name=rule-remove]");
  expect(document.activeElement).toBe(found(place, "[name=rule-add]"));
});

test("the same rule written twice is one", async () => {
  const { place, kept } = await panel(NEVER);
  await press(place, "[name=rule-add]");
  await write(place, "rule-name", "Acme");
  await press(place, "[name=rule-keep]");
  expect([...kept.keys()]).toEqual(["r"]);
});
