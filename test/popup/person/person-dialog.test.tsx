// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { PersonDetails } from "../../../src/domain/directory/person-card.ts";
import { interactionKey } from "../../../src/domain/interactions/interaction.ts";
import type { Choices, PersonId } from "../../../src/domain/person/person.ts";
import type { ReadyRow } from "../../../src/domain/directory/ready-row.ts";
import type { QuestionSide } from "../../../src/protocol/views.ts";
import { PersonStanding } from "../../../src/person/choices/person-standing.tsx";
import { PersonDialog } from "../../../src/popup/person/person-dialog.tsx";
import { alex, now } from "../../components/invented-person.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

const facts = alex();
const noon = (month: number, day: number) => new Date(2026, month - 1, day, 12).getTime();

type Details = PersonDetails & { readonly sides: readonly QuestionSide[] };

const KNOWN: Details = {
  seenName: "Alex Example",
  aliases: ["member:ACoAAExample", "slug:alex-example"],
  choices: {},
  career: [],
  work: [],
  shared: [],
  removed: [],
  parts: [
    {
      alias: "member:ACoAAExample",
      name: "Alex E.",
      interactions: 2,
      from: noon(2, 1),
      to: noon(3, 1),
    },
    { alias: "slug:alex-example", name: "Alex Example", interactions: 0 },
  ],
  introducers: [],
  rules: [],
  questions: [],
  sides: [],
};

let details = KNOWN;

const row = (id: PersonId, name: string): ReadyRow => ({
  id,
  alias: `slug:${id}`,
  name,
  tie: facts.tie,
  reasons: [],
});

let told: readonly (readonly [string, unknown])[] = [];
const onClose = vi.fn<() => void>();
const onChange = vi.fn<() => void>();
const onPerson = vi.fn<(id: PersonId) => void>();

async function dialog(choices: Choices = {}): Promise<HTMLElement> {
  details = { ...details, choices };
  const hear = (question: string, answer?: unknown) => [
    question,
    (about: unknown) => {
      told = [...told, [question, about]];
      return answer;
    },
  ];
  answerWith({
    personCard: () => facts,
    personDetails: () => details,
    people: (about: unknown) => {
      told = [...told, ["people", about]];
      return { count: 2, rows: [row(facts.id, "Alex Example"), row("b" as PersonId, "Alex E.")] };
    },
    ...Object.fromEntries([
      ...[
        "choose",
        "deleteInteraction",
        "restoreInteraction",
        "addInteraction",
        "undoMerge",
        "answerQuestion",
        "changeRules",
      ].map((question) => hear(question)),
      hear("deletePeople", { id: "d1", count: 1 }),
      hear("mergePeople", { a: "slug:alex-example", b: "slug:b" }),
      hear("splitPerson", { kept: "kept", split: "split" }),
    ]),
  });
  const place = drawn(
    <PersonDialog
      id={facts.id}
      now={now}
      onClose={onClose}
      onChange={onChange}
      onPerson={onPerson}
    />,
  );
  await settled();
  return place;
}

const press = async (place: ParentNode, words: string) => {
  const one = [...place.querySelectorAll("button")].findLast((each) => each.textContent === words);
  if (!one) throw new Error(`No button "${words}"`);
  one.click();
  await settled();
};

/** Chooses from the menu of the card. */
const choose = async (place: ParentNode, words: string) => {
  found(place, "[name=person-menu]").click();
  await settled();
  await press(place, words);
};

const type = (field: HTMLInputElement | HTMLTextAreaElement, words: string) => {
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

const change = async (field: HTMLInputElement | HTMLSelectElement, value: string) => {
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
};

beforeEach(() => {
  told = [];
  details = KNOWN;
  onClose.mockClear();
  onChange.mockClear();
  onPerson.mockClear();
});

test("the profile is a plain link made from the aliases, and the person's page one made from the handle", async () => {
  const place = await dialog();
  found(place, "[name=person-menu]").click();
  await settled();
  expect(
    [...place.querySelectorAll("a")].map((link) => [link.href, link.target, link.rel]),
  ).toEqual([
    ["https://www.linkedin.com/in/alex-example/", "_blank", "noreferrer"],
    [expect.stringMatching(/\/src\/dashboard\/index\.html#person\/alex$/), "_blank", "noreferrer"],
  ]);
});

test("a person who is known by name only has no link, and that is said", async () => {
  details = { ...KNOWN, aliases: [], parts: [] };
  const place = await dialog();
  await choose(place, "Correct or merge…");
  expect(place.querySelector("a")).toBeNull();
  expect(place.textContent).toContain("Known by name only");
  expect(place.querySelector("[name=split-person]")).toBeNull();
});

test("an interaction that is not true is taken out, and can be brought back", async () => {
  const place = await dialog();
  found(place, ".wrong").click();
  await settled();
  await press(place, "Undo");
  const [newest] = facts.interactions;
  const key = newest && interactionKey(newest);
  expect(told).toEqual([
    ["deleteInteraction", { id: "alex", key }],
    ["restoreInteraction", { id: "alex", key }],
  ]);
  expect(onChange).toHaveBeenCalledTimes(2);
});

/** The field of the oldest note, which stands last. */
function oldest(place: ParentNode): HTMLTextAreaElement {
  const field = [...place.querySelectorAll<HTMLTextAreaElement>("[name=note]")].at(-1);
  if (!field) throw new Error("No note");
  return field;
}

const NOTES = [
  { id: "n1", text: "Sails.", at: noon(3, 1) },
  { id: "n2", text: "Likes tea.", at: noon(4, 1) },
];

test("notes are entries with a day, and each is stored by itself: when it is left, when it is emptied, when it is new", async () => {
  const place = await dialog({ notes: NOTES });
  const notes = () => [...place.querySelectorAll<HTMLTextAreaElement>("[name=note]")];
  // An empty one on top, then the newest first.
  expect(notes().map(({ value }) => value)).toEqual(["", "Likes tea.", "Sails."]);
  expect(place.textContent).toContain("March 1");
  const [begun, second, first] = notes();
  if (!first || !second || !begun) throw new Error("Three fields");
  type(first, "Sails, and paints. ");
  first.dispatchEvent(new FocusEvent("blur"));
  await settled();
  type(second, "");
  second.dispatchEvent(new FocusEvent("blur"));
  await settled();
  expect(told).toEqual([
    ["choose", { id: "alex", made: { notes: { n1: "Sails, and paints." } } }],
    ["choose", { id: "alex", made: { notes: { n2: "" } } }],
  ]);
  expect(place.textContent).toContain("Removed.");
  type(begun, "Has a boat.");
  begun.dispatchEvent(new FocusEvent("blur"));
  await settled();
  const last = told.at(-1)?.[1] as { readonly made?: { readonly notes?: object } } | undefined;
  const notesMade = Object.entries(last?.made?.notes ?? {});
  expect(notesMade).toEqual([[expect.stringMatching(/^[\da-f-]{36}$/), "Has a boat."]]);
});

test("a note is stored in a pause of typing, once for all that was typed, and not again when it is left unchanged", async () => {
  const place = await dialog({ notes: NOTES });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const note = oldest(place);
    for (const words of ["Sails, ", "Sails, a", "Sails, and"]) {
      type(note, words);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    note.dispatchEvent(new FocusEvent("blur"));
    await vi.advanceTimersByTimeAsync(300);
    expect(told).toEqual([["choose", { id: "alex", made: { notes: { n1: "Sails, and" } } }]]);
  } finally {
    vi.useRealTimers();
  }
});

test("what was typed is stored before the card closes, and before the popup is hidden", async () => {
  const place = await dialog({ notes: NOTES });
  type(oldest(place), "Sails and paints.");
  document.dispatchEvent(new Event("visibilitychange"));
  await settled();
  expect(told).toHaveLength(1);
  type(oldest(place), "Sails, paints and sings.");
  found(place, ".card-head button").click();
  await settled();
  expect(told.at(-1)).toEqual([
    "choose",
    { id: "alex", made: { notes: { n1: "Sails, paints and sings." } } },
  ]);
  expect(onClose).toHaveBeenCalledOnce();
});

test("a note that changes elsewhere is shown as it is now, but never over what is typed here", async () => {
  const place = await dialog({ notes: NOTES });
  const notes = () => [...place.querySelectorAll<HTMLTextAreaElement>("[name=note]")];
  const first = oldest(place);
  type(first, "Mine.");
  details = { ...details, choices: { notes: NOTES.map((note) => ({ ...note, text: "Theirs." })) } };
  first.dispatchEvent(new FocusEvent("blur"));
  await settled();
  expect(notes().map(({ value }) => value)).toEqual(["", "Theirs.", "Mine."]);
});

test("tags are added by what is typed between commas, and each is removed by itself", async () => {
  const place = await dialog({ tags: ["sailing"] });
  const field = found<HTMLInputElement>(place, "[name=tags]");
  type(field, " tea, boats ,tea");
  field.form?.requestSubmit();
  await settled();
  expect(field.value).toBe("");
  found(place, ".tags button").click();
  await settled();
  expect(told).toEqual([
    ["choose", { id: "alex", made: { tags: { tea: true, boats: true } } }],
    ["choose", { id: "alex", made: { tags: { sailing: false } } }],
  ]);
});

test("reminders are dates: set from the card with the way back, changed, and taken back", async () => {
  const place = await dialog({ reminders: [{ id: "r1", at: noon(6, 1) }] });
  const dates = () => [...place.querySelectorAll<HTMLInputElement>("[name=remind]")];
  expect(dates().map(({ value }) => value)).toEqual(["2026-06-01"]);
  const [first] = dates();
  if (!first) throw new Error("A field");
  // While a year is typed, browsers report one complete date after the other.
  for (const typed of ["0002-06-02", "0202-06-02", "2026-06-02"]) await change(first, typed);
  expect(told).toEqual([]);
  first.dispatchEvent(new FocusEvent("blur"));
  await settled();
  await change(first, "");
  first.dispatchEvent(new FocusEvent("blur"));
  await settled();
  found(place, "[name=remind-me]").click();
  await settled();
  await press(place, "1 week");
  const made = () =>
    told.map(([, about]) => (about as { made: { reminders: object } }).made.reminders);
  expect(made().slice(0, 2)).toEqual([{ r1: noon(6, 2) }, { r1: null }]);
  expect(Object.values(made()[2] ?? {})).toEqual([noon(5, 27)]);
  expect(found(place, ".toast").textContent).toContain("Reminder on May 27.");
  await press(found(place, ".toast"), "Undo");
  expect(made()[3]).toEqual({ [Object.keys(made()[2] ?? {})[0] ?? ""]: null });
});

test("a reminder ends with a talk, unless the user keeps it", async () => {
  const place = await dialog({ reminders: [{ id: "r1", at: noon(6, 1) }] });
  const keep = () => found<HTMLInputElement>(place, "[name=keep-reminder]");
  expect(keep().checked).toBe(false);
  keep().click();
  await settled();
  expect(told).toEqual([
    ["choose", { id: "alex", made: { reminders: { r1: null, "kept-r1": noon(6, 1) } } }],
  ]);
  const kept = await dialog({ reminders: [{ id: "kept-r1", at: noon(6, 1) }] });
  expect(found<HTMLInputElement>(kept, "[name=keep-reminder]").checked).toBe(true);
});

test("a rhythm of one's own can be chosen and taken back", async () => {
  const place = await dialog();
  for (const days of ["91", ""])
    await change(found<HTMLSelectElement>(place, "[name=cadence]"), days);
  expect(told).toEqual([
    ["choose", { id: "alex", made: { choices: { cadenceDays: { value: 91 } } } }],
    ["choose", { id: "alex", made: { choices: { cadenceDays: {} } } }],
  ]);
});

test("who could introduce the user is listed with the last exchange, and leads to their card", async () => {
  details = {
    ...KNOWN,
    introducers: [{ id: "bo" as PersonId, name: "Bo Example", tie: facts.tie }],
  };
  const place = await dialog();
  const list = found(place, ".introducers");
  expect(list.textContent).toContain("Could introduce you");
  expect(list.textContent).toContain("They wrote 3 months ago");
  found(list, "button").click();
  expect(onPerson).toHaveBeenCalledWith("bo");
  details = KNOWN;
  expect((await dialog()).querySelector(".introducers")).toBeNull();
});

test("how well the user knows somebody is said under the legend of the bands, and taken back", async () => {
  const place = await dialog({ knows: { value: "well", at: now } });
  found(place, "[name=legend]").click();
  await settled();
  const list = found<HTMLSelectElement>(place, "[name=knows]");
  expect(list.value).toBe("well");
  await change(list, "not-at-all");
  await change(list, "");
  expect(told).toEqual([
    ["choose", { id: "alex", made: { choices: { knows: { value: "not-at-all" } } } }],
    ["choose", { id: "alex", made: { choices: { knows: {} } } }],
  ]);
});

test("being in touch elsewhere, not being suggested and having died are said, and taken back", async () => {
  const until = now + 10 * 86_400_000;
  const place = await dialog({
    inTouchElsewhere: { value: now - 86_400_000, at: now },
    snoozedUntil: { value: until, at: now },
    deceased: { value: true, at: now },
  });
  expect(place.textContent).toContain("You said on May 19 that you are in touch elsewhere.");
  expect(place.textContent).toContain("Not suggested before May 30, as you wished.");
  await press(place, "Not in touch elsewhere");
  await press(place, "Suggest from now on");
  await press(place, "This person has not died");
  await choose(place, "Never suggest");
  const made = told.map(([, about]) => (about as { made: { choices: object } }).made.choices);
  expect(made).toEqual([
    { inTouchElsewhere: {} },
    { snoozedUntil: {} },
    { deceased: {} },
    { muted: { value: true } },
  ]);
});

test("in touch elsewhere is said once: under the head only where a later exchange stands there", () => {
  const choices = { inTouchElsewhere: { value: now - 86_400_000, at: now } };
  const said = (tie: { readonly elsewhereAt?: number }) =>
    drawn(<PersonStanding choices={choices} tie={tie} now={now} onChoose={() => {}} />).textContent;
  expect(said({})).toBe(
    "You said on May 19 that you are in touch elsewhere.Not in touch elsewhere",
  );
  expect(said({ elsewhereAt: now - 86_400_000 })).toBe("Not in touch elsewhere");
});

test("everybody at the company is kept away from the menu, and undone nobody is", async () => {
  details = {
    ...details,
    career: [{ company: "Acme", at: now - 1, until: now }],
  };
  const place = await dialog();
  await choose(place, "Never suggest people at \u2068Acme\u2069");
  const rules = () =>
    told.map(([, about]) => (about as { rules: Readonly<Record<string, unknown>> }).rules);
  const [id = ""] = Object.keys(rules()[0] ?? {});
  expect(rules()).toEqual([
    { [id]: { about: { of: "company", name: "Acme" }, says: { what: "never" } } },
  ]);
  expect(place.textContent).toContain("The rule holds.");
  await press(place, "Undo");
  expect(rules()[1]).toEqual({ [id]: null });
});

test("what a rule says stands on the card with the way to it, and past it for this person alone", async () => {
  details = {
    ...details,
    career: [{ company: "Acme", at: now - 1, until: now }],
    rules: [
      { id: "r", at: now, about: { of: "company", name: "Acme" }, says: { what: "never" } },
      {
        id: "s",
        at: now,
        about: { of: "tag", name: "clients" },
        says: { what: "cadence", days: 30 },
      },
    ],
  };
  const place = await dialog({ muted: { at: now } });
  expect(place.textContent).toContain("Never suggested: rule for \u2068Acme\u2069");
  expect(place.textContent).toContain("Keep in touch: rule for the tag \u2068clients\u2069");
  expect(found<HTMLAnchorElement>(place, ".standing a").getAttribute("href")).toBe(
    "/src/dashboard/index.html#settings/rules",
  );
  expect(found<HTMLSelectElement>(place, "[name=cadence]").selectedOptions[0]?.label).toBe(
    "By rule",
  );
  found(place, "[name=person-menu]").click();
  await settled();
  expect(place.textContent).not.toContain("Never suggest people at \u2068Acme\u2069");
  await press(place, "Suggest again");
  expect(told).toEqual([
    ["choose", { id: "alex", made: { choices: { muted: { value: false } } } }],
  ]);
});

test("somebody who is suggested in spite of a rule says so, and can follow the rules again", async () => {
  const place = await dialog({ muted: { value: false, at: now } });
  expect(place.textContent).toContain("Suggested, whatever your rules say.");
  await press(place, "Follow the rules");
  expect(told).toEqual([["choose", { id: "alex", made: { choices: { muted: {} } } }]]);
});

test("a cadence of any number of days is shown as it was chosen", async () => {
  const place = await dialog({ cadenceDays: { value: 45, at: now } });
  const select = found<HTMLSelectElement>(place, "[name=cadence]");
  expect([select.value, select.selectedOptions[0]?.label]).toEqual(["45", "every 45 days"]);
});

test("any number of days can be typed as a cadence, and counts once it is complete", async () => {
  const place = await dialog();
  expect(place.querySelector("[name=cadence-days]")).toBeNull();
  await change(found<HTMLSelectElement>(place, "[name=cadence]"), "other");
  expect(told).toEqual([]);
  const field = found<HTMLInputElement>(place, "[name=cadence-days]");
  const leave = async (typed: string) => {
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    expect(told).toEqual([]);
    field.focus();
    field.blur();
    await settled();
  };
  for (const none of ["", "0", "36501"]) await leave(none);
  expect(told).toEqual([]);
  await leave("45");
  expect(told).toEqual([
    ["choose", { id: "alex", made: { choices: { cadenceDays: { value: 45 } } } }],
  ]);
  expect(place.querySelector("[name=cadence-days]")).toBeNull();
  expect(found<HTMLSelectElement>(place, "[name=cadence]").selectedOptions[0]?.label).toBe(
    "every 45 days",
  );
});

test("what no page shows is logged with the whole day as its moment", async () => {
  const place = await dialog();
  found(place, "[name=log]").click();
  await settled();
  found<HTMLFormElement>(place, ".log-form").requestSubmit();
  await settled();
  expect(told).toEqual([
    [
      "addInteraction",
      {
        id: "alex",
        interaction: {
          kind: "meeting",
          direction: "both",
          from: new Date(2026, 4, 20).getTime(),
          to: new Date(2026, 4, 21).getTime() - 1,
        },
      },
    ],
  ]);
});

test("nobody is deleted by one click", async () => {
  const place = await dialog();
  await choose(place, "Stop recording or delete…");
  await press(place, "Delete for good");
  expect(told).toEqual([]);
  await press(place, "Cancel");
  await press(place, "Delete for good");
  await press(place, "Delete for good");
  expect(told).toEqual([["deletePeople", { ids: ["alex"] }]]);
  expect(onClose).toHaveBeenCalledOnce();
});

test("recording can be stopped", async () => {
  const place = await dialog();
  await choose(place, "Stop recording or delete…");
  await press(place, "Record nothing more");
  expect(told).toEqual([
    ["choose", { id: "alex", made: { choices: { neverTrack: { value: true } } } }],
  ]);
});

test("a name that is wrong on the site is corrected, and emptying its field goes back", async () => {
  const place = await dialog();
  await choose(place, "Correct or merge…");
  const name = found<HTMLInputElement>(place, "[name=correct-name]");
  expect(name.value).toBe("Alex Example");
  for (const written of [" Alexandra Example ", "", "Alex Example"]) await change(name, written);
  const made = told.map(([, about]) => (about as { made: { choices: object } }).made.choices);
  expect(made).toEqual([{ name: { value: "Alexandra Example" } }, { name: {} }, { name: {} }]);
});

test("a person is split by marking what is somebody else's, and can be made one again", async () => {
  const place = await dialog();
  await choose(place, "Correct or merge…");
  await press(place, "Take apart");
  expect(place.textContent).toContain("2 interactions, 2026");
  await press(place, "That is somebody else");
  expect(told).toEqual([]);
  const marks = () => [...place.querySelectorAll<HTMLInputElement>("[name=split]")];
  for (const mark of marks()) mark.click();
  await settled();
  // All of the aliases are nobody's split.
  await press(place, "That is somebody else");
  expect(told).toEqual([]);
  marks()[1]?.click();
  await settled();
  await press(place, "That is somebody else");
  expect(told).toEqual([["splitPerson", { id: "alex", split: ["member:ACoAAExample"] }]]);
  expect(place.textContent).toContain("They are two people now.");
  // The handle of this card may lead to either; the one who stays is shown.
  expect(onPerson).toHaveBeenCalledExactlyOnceWith("kept");
  await press(place, "Open the other one");
  expect(onPerson).toHaveBeenLastCalledWith("split");
  await press(place, "Undo");
  expect(told.at(-1)).toEqual(["mergePeople", { id: "kept", other: "split" }]);
  expect(place.textContent).not.toContain("They are two people now.");
});

test("two entries are made one after both were shown, and undo takes that word back", async () => {
  const place = await dialog();
  await choose(place, "Correct or merge…");
  await press(place, "Same as another entry…");
  expect(document.activeElement).toBe(found(place, "[name=merge-search]"));
  expect(told).toMatchObject([["people", { text: "Alex Example" }]]);
  // The person whose card it is is not offered.
  const offered = [...place.querySelectorAll(".offered bdi")].map((one) => one.textContent);
  expect(offered).toEqual(["Alex E."]);
  found(place, ".offered button").click();
  await settled();
  expect(place.querySelectorAll(".sides > li")).toHaveLength(2);
  expect(found(place, ".sides").textContent).toContain("alex-example");
  told = [];
  await press(place, "They are one person");
  expect(told).toEqual([["mergePeople", { id: "alex", other: "b" }]]);
  expect(document.activeElement?.textContent).toBe("Undo");
  await press(place, "Undo");
  expect(told.slice(1)).toEqual([["undoMerge", { a: "slug:alex-example", b: "slug:b" }]]);
  expect(document.activeElement?.textContent).toBe("Same as another entry…");
});

test("a merge that was not meant is left without anything done", async () => {
  const place = await dialog();
  await choose(place, "Correct or merge…");
  await press(place, "Same as another entry…");
  found(place, ".offered button").click();
  await settled();
  await press(place, "Choose another");
  await press(place, "Cancel");
  expect(told.map(([question]) => question)).not.toContain("mergePeople");
  expect(document.activeElement?.textContent).toBe("Same as another entry…");
});

const side = (subject: QuestionSide["subject"], name: string): QuestionSide => ({
  subject,
  id: subject as unknown as PersonId,
  name,
  work: "Lighthouse keeper",
  interactions: 3,
});

test("two who are shown as one are asked about with both sides; the answer can be taken back", async () => {
  details = {
    ...KNOWN,
    questions: [{ kind: "one-person", a: "slug:a", b: "slug:b", reason: "different" }],
    sides: [side("slug:a", "Ana Silva"), side("slug:b", "Ana S.")],
  };
  const place = await dialog();
  await choose(place, "1 question about who this is");
  const asked = found(place, ".questions");
  expect(asked.textContent).toMatch(/Are .Ana Silva. and .Ana S\.. one person\?/u);
  expect(asked.querySelectorAll(".sides > li")).toHaveLength(2);
  details = { ...details, questions: [] };
  await press(asked, "Two people");
  expect(found(place, ".questions").textContent).toContain("Kept.");
  await press(found(place, ".questions"), "Undo");
  expect(told).toEqual([
    [
      "answerQuestion",
      { answer: { kind: "one-person", a: "slug:a", b: "slug:b", value: "different" } },
    ],
    ["undoMerge", { a: "slug:a", b: "slug:b" }],
  ]);
});

test("a name that may be of several people is asked about, and may be somebody else's", async () => {
  details = {
    ...KNOWN,
    questions: [
      {
        kind: "which-person",
        name: "name:ana silva",
        facts: 12,
        candidates: ["slug:a", "slug:b"],
        strangers: 0,
      },
    ],
    sides: [side("slug:a", "Ana Silva"), side("slug:b", "Ana Silva")],
  };
  const place = await dialog();
  await choose(place, "1 question about who this is");
  const asked = found(place, ".questions");
  expect(asked.textContent).toContain("12 interactions in your archive are with");
  const [, second] = [...asked.querySelectorAll<HTMLButtonElement>(".sides button")];
  second?.click();
  await settled();
  await press(asked, "Somebody else");
  expect(told.map(([, about]) => (about as { answer: unknown }).answer)).toEqual([
    { kind: "which-person", name: "name:ana silva", value: "slug:b" },
    { kind: "which-person", name: "name:ana silva", value: "somebody-else" },
  ]);
});

test("notes and reminders from before two were split are asked about one by one", async () => {
  details = {
    ...KNOWN,
    questions: [{ kind: "whose-note", a: "slug:a", b: "slug:b", notes: ["n1"], reminders: ["r1"] }],
    sides: [side("slug:a", "Ana Silva"), side("slug:b", "Ben Silva")],
  };
  const place = await dialog({ notes: NOTES, reminders: [{ id: "r1", at: noon(6, 1) }] });
  await choose(place, "1 question about who this is");
  const asked = found(place, ".questions");
  expect([...asked.querySelectorAll("blockquote")].map((one) => one.textContent)).toEqual([
    "Sails.",
    "Reminder on June 1",
  ]);
  const buttons = [...asked.querySelectorAll<HTMLButtonElement>(".sides button")];
  buttons[1]?.click();
  await settled();
  buttons[2]?.click();
  await settled();
  expect(told.map(([, about]) => (about as { answer: unknown }).answer)).toEqual([
    { kind: "whose-note", note: "n1", drop: "slug:a" },
    { kind: "whose-reminder", reminder: "r1", drop: "slug:b" },
  ]);
});
