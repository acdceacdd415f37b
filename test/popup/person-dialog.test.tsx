// @vitest-environment jsdom
import { answerWith } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { PersonDetails } from "../../src/domain/person-card.ts";
import { interactionKey } from "../../src/domain/interaction.ts";
import type { PersonId } from "../../src/domain/person.ts";
import type { ReadyRow } from "../../src/domain/ready-list.ts";
import { PersonDialog } from "../../src/popup/person-dialog.tsx";
import { alex, now } from "../components/invented-person.ts";
import { drawn, found, settled } from "../components/drawn.ts";

const facts = alex();

let details: PersonDetails = {
  seenName: "Alex Example",
  aliases: ["member:ACoAAExample", "slug:alex-example"],
  choices: { note: { value: "Sails.", at: 1 } },
  career: [],
  merges: [
    {
      id: "a_b",
      because: "page",
      one: { name: "Alex E.", aliases: [] },
      other: { name: "Alex Example", aliases: [] },
    },
  ],
  deleted: [],
};

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

/** From now on the person has these choices. */
const answerWithChoices = (choices: PersonDetails["choices"]): void => {
  details = { ...details, choices };
};

async function dialog(): Promise<HTMLElement> {
  const hear = (question: string) => [
    question,
    (about: unknown) => {
      told = [...told, [question, about]];
    },
  ];
  answerWith({
    personCard: () => facts,
    personDetails: () => details,
    people: (about: unknown) => {
      told = [...told, ["people", about]];
      return { count: 2, rows: [row(facts.id, "Alex Example"), row("b" as PersonId, "Alex E.")] };
    },
    ...Object.fromEntries(
      [
        "choose",
        "deleteInteraction",
        "restoreInteraction",
        "addInteraction",
        "mergePeople",
        "takeApart",
        "neverTrack",
        "erase",
      ].map(hear),
    ),
  });
  const place = drawn(
    <PersonDialog id={facts.id} now={now} onClose={onClose} onChange={onChange} />,
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

beforeEach(() => {
  told = [];
  onClose.mockClear();
  onChange.mockClear();
});

test("profile and message window are plain links made from the aliases", async () => {
  const place = await dialog();
  expect(
    [...place.querySelectorAll("a")].map((link) => [link.href, link.target, link.rel]),
  ).toEqual([
    ["https://www.linkedin.com/in/alex-example/", "_blank", "noreferrer"],
    ["https://www.linkedin.com/messaging/compose/?recipient=ACoAAExample", "_blank", "noreferrer"],
  ]);
});

test("an interaction that never was is taken out, and can be brought back", async () => {
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

test("a note is kept when its field is left", async () => {
  const place = await dialog();
  const note = found<HTMLTextAreaElement>(place, "textarea");
  expect(note.value).toBe("Sails.");
  note.value = "Sails, and paints.";
  note.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
  expect(told).toMatchObject([["choose", { choices: { note: { value: "Sails, and paints." } } }]]);
  expect(place.textContent).toContain("Kept.");
});

test("a rhythm of one's own can be wished for and taken back", async () => {
  const place = await dialog();
  const rhythm = found<HTMLSelectElement>(place, ".wishes select");
  for (const days of ["91", ""]) {
    rhythm.value = days;
    rhythm.dispatchEvent(new Event("change", { bubbles: true }));
    await settled();
  }
  expect(told).toMatchObject([
    ["choose", { choices: { cadenceDays: { value: 91 } } }],
    ["choose", { choices: { cadenceDays: {} } }],
  ]);
  expect(told[1]?.[1]).not.toHaveProperty("choices.cadenceDays.value");
});

test("being in touch elsewhere and not being suggested for a while are said, and taken back", async () => {
  const kept = details.choices;
  const until = now + 10 * 86_400_000;
  answerWithChoices({
    inTouchElsewhere: { value: true, at: now - 86_400_000 },
    snoozedUntil: { value: until, at: now },
  });
  const place = await dialog();
  expect(place.textContent).toContain("You said on May 19 that you are in touch elsewhere.");
  expect(place.textContent).toContain("Not suggested before May 30, as you wished.");
  await press(place, "Not in touch elsewhere");
  await press(place, "Suggest from now on");
  expect(told).toMatchObject([
    ["choose", { choices: { inTouchElsewhere: {} } }],
    ["choose", { choices: { snoozedUntil: { value: 0 } } }],
  ]);
  expect(told[0]?.[1]).not.toHaveProperty("choices.inTouchElsewhere.value");
  answerWithChoices(kept);
});

test("what no page shows is written down with the whole day as its moment", async () => {
  const place = await dialog();
  await press(place, "Write down");
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

test("nobody is forgotten by one click", async () => {
  const place = await dialog();
  await press(place, "Forget for good");
  expect(told).toEqual([]);
  await press(place, "Cancel");
  await press(place, "Forget for good");
  await press(place, "Forget for good");
  expect(told).toEqual([["erase", { id: "alex" }]]);
  expect(onClose).toHaveBeenCalledOnce();
});

test("two that were made one can be taken apart, and recording can be stopped", async () => {
  const place = await dialog();
  await press(place, "Take apart");
  await press(place, "Record nothing more");
  expect(told).toEqual([
    ["takeApart", { id: "alex", merge: "a_b" }],
    ["neverTrack", { id: "alex", on: true }],
  ]);
});

test("a name that is wrong on the site is put right, and emptying its field goes back", async () => {
  const place = await dialog();
  const name = found<HTMLInputElement>(place, "[name=correct-name]");
  expect(name.value).toBe("Alex Example");
  for (const written of [" Alexandra Example ", "", "Alex Example"]) {
    name.value = written;
    name.dispatchEvent(new Event("change", { bubbles: true }));
    await settled();
  }
  expect(told).toMatchObject([
    ["choose", { id: "alex", choices: { name: { value: "Alexandra Example" } } }],
    ["choose", { choices: { name: {} } }],
    ["choose", { choices: { name: {} } }],
  ]);
  expect(told.slice(1).every(([, about]) => !JSON.stringify(about).includes("value"))).toBe(true);
});

test("two entries are made one after both were shown, and undo takes them apart", async () => {
  const place = await dialog();
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
  expect(told.slice(1)).toEqual([["takeApart", { id: "alex", merge: "a_b" }]]);
  expect(document.activeElement?.textContent).toBe("Same as another entry…");
});

test("a merge that was not meant is left without anything done", async () => {
  const place = await dialog();
  await press(place, "Same as another entry…");
  found(place, ".offered button").click();
  await settled();
  await press(place, "Choose another");
  await press(place, "Cancel");
  expect(told.map(([question]) => question)).not.toContain("mergePeople");
  expect(document.activeElement?.textContent).toBe("Same as another entry…");
});
