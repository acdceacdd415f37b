// @vitest-environment jsdom
import { answerWith, extension, storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { PersonId } from "../../src/domain/person/person.ts";
import type { Overview } from "../../src/protocol/views.ts";
import type { SuggestedRow, Week } from "../../src/domain/week/week.ts";
import { PersonDialog } from "../../src/popup/person/person-dialog.tsx";
import { Popup } from "../../src/popup/popup.tsx";
import { KeptAway } from "../../src/preferences/kept-away.tsx";
import { SettingsDialog } from "../../src/popup/settings/settings-dialog.tsx";
import { UnclaimedNotice } from "../../src/popup/unclaimed-notice.tsx";
import { WordsBox } from "../../src/week/words-box.tsx";
import { alex, coverage, now } from "../components/invented-person.ts";
import { eachWay, type UserAct } from "../components/acts/each-way.ts";
import { drawn, found, settled } from "../components/drawn.ts";

const facts = alex();
const DAY = 86_400_000;

const row = (id: string, name: string): SuggestedRow => ({
  id: id as PersonId,
  alias: `slug:${id}`,
  aliases: [`slug:${id}`, "member:ACoAAExample"],
  name,
  tie: facts.tie,
  reasons: [{ code: "wrote-last", at: now - 92 * DAY }],
  lens: [],
});

const week: Week = {
  reconnect: [row("alex", "Alex Example")],
  neverTalked: [],
  due: [
    { ...row("cem", "Cem Example"), dueBy: "date", dueAt: now - DAY, reminder: "r1", chosen: {} },
  ],
  number: 1,
  doneThisWeek: 0,
};

const overview: Overview = {
  history: "history-1",
  owner: { name: "Sam Example" },
  people: 312,
  interactions: 4210,
  stale: [],
  staleCount: 0,
  coverage,
};

/** What the background answers; every other question is refused. */
const READS = {
  overview: () => overview,
  week: () => week,
  personCard: () => facts,
  personDetails: () => ({
    seenName: "Alex Example",
    aliases: ["member:ACoAAExample", "slug:alex-example"],
    choices: {
      notes: [{ id: "n1", text: "Sails.", at: 1 }],
      tags: ["sailing"],
      reminders: [{ id: "r1", at: now + DAY }],
    },
    career: [],
    removed: [],
    parts: [
      { alias: "member:ACoAAExample", interactions: 2 },
      { alias: "slug:alex-example", interactions: 1 },
    ],
    introducers: [],
    rules: [],
    questions: [{ kind: "one-person", a: "slug:a", b: "slug:b", reason: "different" }],
    sides: ["slug:a", "slug:b"].map((subject) => ({
      subject,
      id: subject,
      name: "Ana Silva",
      work: "",
      interactions: 1,
    })),
  }),
  people: ({ choice }: { readonly choice?: string }) =>
    choice === undefined || choice === "muted"
      ? { count: 1, rows: [row("b", "Bea Example")] }
      : { count: 0, rows: [] },
  erasedCount: () => 3,
  histories: () => [
    { name: "history-1", owner: { name: "Sam Example" }, shown: true, signedIn: true },
    { name: "history-2", owner: { name: "Kim Example" }, shown: false, signedIn: false },
  ],
} as const;

const card = (
  <PersonDialog
    id={facts.id}
    now={now}
    onClose={() => {}}
    onChange={() => {}}
    onPerson={() => {}}
  />
);
const keptAway = <KeptAway />;
const settings = <SettingsDialog onClose={() => {}} />;

const press = async (place: ParentNode, words: string) => {
  const one = [...place.querySelectorAll("button")].findLast((each) => each.textContent === words);
  if (!one) throw new Error(`No button "${words}"`);
  one.click();
  await settled();
};

const leave = async (place: ParentNode, selector: string, words: string) => {
  const field = found<HTMLInputElement | HTMLTextAreaElement>(place, selector);
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  field.dispatchEvent(new FocusEvent("blur"));
  await settled();
};

/** Presses the button with this name. */
const named = async (place: ParentNode, name: string) => {
  found(place, `[name=${name}]`).click();
  await settled();
};

/** Chooses from the menu of the card. */
const choose = async (place: ParentNode, words: string) => {
  await named(place, "person-menu");
  await press(place, words);
};

const popupPage = <Popup now={now} />;
const unclaimedPage = <UnclaimedNotice count={3} onChange={() => {}} />;

const ACTS: readonly UserAct[] = [
  {
    name: "a suggestion is done",
    asks: "markDone",
    page: popupPage,
    act: async (place) => {
      await named(found(place, ".week"), "done");
    },
  },
  {
    name: "a suggestion is put off",
    asks: "choose",
    page: popupPage,
    act: async (place) => {
      await named(found(place, ".week"), "more");
      await press(place, "1 month");
    },
  },
  {
    name: "somebody is never suggested",
    asks: "choose",
    page: popupPage,
    act: async (place) => {
      await named(found(place, ".week"), "more");
      await press(place, "Never suggest");
    },
  },
  {
    name: "another tone is chosen",
    asks: "keepValue",
    page: <WordsBox person={row("alex", "Alex Example")} now={now} onWrite={() => {}} />,
    choosesWords: true,
    act: async (place) => {
      found<HTMLInputElement>(place, "input[type=radio]:not(:checked)").click();
      await settled();
    },
  },
  {
    name: "a reminder is done",
    asks: "choose",
    page: popupPage,
    act: (place) => named(found(place, ".due"), "done"),
  },
  {
    name: "a reminder is put off",
    asks: "choose",
    page: popupPage,
    act: async (place) => {
      await named(found(place, ".due"), "more");
      await press(found(place, ".due"), "1 week");
    },
  },
  {
    name: "another history is shown",
    asks: "showHistory",
    page: popupPage,
    act: async (place) => {
      const choice = found<HTMLSelectElement>(place, "[name=history]");
      choice.value = "history-2";
      choice.dispatchEvent(new Event("change", { bubbles: true }));
      await settled();
    },
  },
  {
    name: "a note is changed",
    asks: "choose",
    page: card,
    act: (place) =>
      leave(place, ".note:not(:has([aria-keyshortcuts])) textarea", "Sails, and paints."),
  },
  {
    name: "a tag is added",
    asks: "choose",
    page: card,
    act: (place) => leave(place, "[name=tags]", "tea"),
  },
  {
    name: "a tag is removed",
    asks: "choose",
    page: card,
    act: async (place) => {
      found(place, ".tags button").click();
      await settled();
    },
  },
  {
    name: "how the two met is written",
    asks: "choose",
    page: card,
    act: async (place) => {
      await choose(place, "Correct or merge…");
      await leave(place, "[name=how-met]", "On a boat");
    },
  },
  {
    name: "a rhythm is chosen",
    asks: "choose",
    page: card,
    act: (place) => leave(place, "[name=cadence]", "91"),
  },
  {
    name: "a reminder is set",
    asks: "choose",
    page: card,
    act: async (place) => {
      await named(place, "remind-me");
      await press(place, "1 month");
    },
  },
  {
    name: "a reminder is changed",
    asks: "choose",
    page: card,
    act: (place) => leave(place, "[name=remind]", "2026-07-01"),
  },
  {
    name: "in touch elsewhere",
    asks: "choose",
    page: card,
    act: (place) => choose(place, "In touch elsewhere"),
  },
  {
    name: "somebody has died",
    asks: "choose",
    page: card,
    act: (place) => choose(place, "This person has died"),
  },
  {
    name: "a name is corrected",
    asks: "choose",
    page: card,
    act: async (place) => {
      await choose(place, "Correct or merge…");
      await leave(place, "[name=correct-name]", "Alexandra");
    },
  },
  {
    name: "a meeting is logged",
    asks: "addInteraction",
    page: card,
    act: async (place) => {
      await named(place, "log");
      await leave(place, "[name=words]", "Lunch");
      found<HTMLFormElement>(place, ".log-form").requestSubmit();
      await settled();
    },
  },
  {
    name: "an interaction is removed",
    asks: "deleteInteraction",
    page: card,
    act: async (place) => {
      found(place, ".card-list .wrong").click();
      await settled();
    },
  },
  {
    name: "recording is stopped",
    asks: "choose",
    page: card,
    act: async (place) => {
      await choose(place, "Stop recording or delete…");
      await press(place, "Record nothing more");
    },
  },
  {
    name: "a person is deleted",
    asks: "deletePeople",
    page: card,
    act: async (place) => {
      await choose(place, "Stop recording or delete…");
      await press(place, "Delete for good");
      await press(place, "Delete for good");
    },
  },
  {
    name: "two are made one",
    asks: "mergePeople",
    page: card,
    act: async (place) => {
      await choose(place, "Correct or merge…");
      await press(place, "Same as another entry…");
      found(place, ".offered button").click();
      await settled();
      await press(place, "They are one person");
    },
  },
  {
    name: "one is split",
    asks: "splitPerson",
    page: card,
    act: async (place) => {
      await choose(place, "Correct or merge…");
      await press(place, "Take apart");
      found(place, "[name=split]").click();
      await settled();
      await press(place, "That is somebody else");
    },
  },
  {
    name: "a question is answered",
    asks: "answerQuestion",
    page: card,
    act: async (place) => {
      await choose(place, "1 question about who this is");
      await press(place, "Two people");
    },
  },
  {
    name: "reading is paused",
    asks: "changeSettings",
    page: settings,
    act: (place) => press(place, "For an hour"),
  },
  {
    name: "what nobody claims is given to an account",
    asks: "settleUnclaimed",
    page: unclaimedPage,
    act: (place) => named(place, "give-unclaimed"),
  },
  {
    name: "what nobody claims is thrown away",
    asks: "settleUnclaimed",
    page: unclaimedPage,
    act: (place) => named(place, "drop-unclaimed"),
  },
  {
    name: "somebody is suggested again",
    asks: "choose",
    page: keptAway,
    act: (place) => press(place, "Suggest again"),
  },
  {
    name: "erasures are lifted",
    asks: "liftErasures",
    page: keptAway,
    act: async (place) => {
      await press(place, "Let them be met again…");
      await press(place, "Let them be met again");
    },
  },
];

/** Words by which a page says that something was done. */
const SUCCESS = [
  "Kept.",
  "Removed.",
  "Taken back.",
  "Undo",
  "They are two people now.",
  "They are one person now.",
  "is treated like everybody else again",
  "everybody may be met again.",
];

const { asked, alerts, sendMessage } = eachWay(ACTS, READS, SUCCESS);

beforeEach(() => {
  storedValues.clear();
  storedValues.set("mode", "badges");
});

test("what was typed stays when it cannot be stored, and the card stays open once so that it is seen", async () => {
  const onClose = vi.fn<() => void>();
  const place = drawn(
    <PersonDialog
      id={facts.id}
      now={now}
      onClose={onClose}
      onChange={() => {}}
      onPerson={() => {}}
    />,
  );
  await settled();
  const note = found<HTMLTextAreaElement>(place, "[name=note]");
  note.value = "Sails, and paints.";
  note.dispatchEvent(new Event("input", { bubbles: true }));
  const close = found(place, ".card-head button");
  close.click();
  await settled();
  expect(onClose).not.toHaveBeenCalled();
  expect(alerts(place)).toHaveLength(1);
  expect(found<HTMLTextAreaElement>(place, "[name=note]").value).toBe("Sails, and paints.");
  close.click();
  await settled();
  expect(onClose).toHaveBeenCalledOnce();
});

test("a background that is slow is waited for, and a second click does nothing", async () => {
  let answer: (() => void) | undefined;
  const place = drawn(popupPage);
  await settled();
  extension.runtime.sendMessage = (message) => {
    asked.push(message.ask);
    if (message.ask !== "markDone") return sendMessage(message);
    return new Promise((resolve) => {
      answer = () => resolve({ answered: true, answer: undefined });
    });
  };
  asked.length = 0;
  await named(found(place, ".week"), "done");
  await named(found(place, ".week"), "done");
  // Pages that are open keep the background awake meanwhile.
  expect(asked.filter((one) => one !== "renewLists")).toEqual(["markDone"]);
  expect(place.textContent).toContain("One moment…");
  expect(place.querySelector(".outcome")).toBeNull();
  answer?.();
  await settled();
  expect(found(place, ".outcome").textContent).toContain("done");
  expect(asked.filter((one) => one === "markDone")).toEqual(["markDone"]);
});

test("what asks again and fails leaves what was shown before", async () => {
  const place = drawn(card);
  await settled();
  await choose(place, "Correct or merge…");
  await leave(place, "[name=how-met]", "On a boat");
  const { personCard: _card, personDetails: _details, ...others } = READS;
  answerWith({ ...others, choose: () => undefined } as unknown as Parameters<typeof answerWith>[0]);
  await press(alerts(place)[0] ?? place, "Try again");
  expect(found<HTMLInputElement>(place, "[name=how-met]").value).toBe("On a boat");
  expect(found(place, ".notice.danger").textContent).toContain("That did not work");
});

/** Acts that are done and then undone, with the question that undoing asks. */
const UNDONE: readonly (UserAct & { readonly undo: string })[] = [
  {
    name: "a suggestion that is done",
    asks: "markDone",
    undo: "markDone",
    page: popupPage,
    act: async (place) => {
      await named(found(place, ".week"), "done");
    },
  },
  {
    name: "a reminder that is done",
    asks: "choose",
    undo: "choose",
    page: popupPage,
    act: (place) => named(found(place, ".due"), "done"),
  },
  {
    name: "an interaction that is removed",
    asks: "deleteInteraction",
    undo: "restoreInteraction",
    page: card,
    act: async (place) => {
      found(place, ".card-list .wrong").click();
      await settled();
    },
  },
  {
    name: "two that are made one",
    asks: "mergePeople",
    undo: "undoMerge",
    page: card,
    act: async (place) => {
      await choose(place, "Correct or merge…");
      await press(place, "Same as another entry…");
      found(place, ".offered button").click();
      await settled();
      await press(place, "They are one person");
    },
  },
];

test.each(UNDONE)(
  "$name: where undoing is refused, the way back stays",
  async ({ page, act, asks, undo }) => {
    answerWith({
      ...READS,
      [asks]: () => ({ a: "slug:a", b: "slug:b" }),
    } as unknown as Parameters<typeof answerWith>[0]);
    const place = drawn(page);
    await settled();
    await act(place);
    answerWith(READS as unknown as Parameters<typeof answerWith>[0]);
    await press(place, "Undo");
    // Pages that are open keep the background awake meanwhile.
    expect(asked.findLast((one) => one !== "renewLists")).toBe(undo);
    expect(alerts(place)).toHaveLength(1);
    expect([...place.querySelectorAll("button")].map((one) => one.textContent)).toContain("Undo");
  },
);

test("a background that is gone is said after some tries, and what was typed stays", async () => {
  const place = drawn(card);
  await settled();
  await choose(place, "Correct or merge…");
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    extension.runtime.sendMessage = () => Promise.reject(new Error("no receiver"));
    const field = found<HTMLInputElement>(place, "[name=how-met]");
    field.value = "On a boat";
    field.dispatchEvent(new Event("change", { bubbles: true }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(alerts(place)[0]?.textContent).toContain("Tielight did not answer");
    expect(field.value).toBe("On a boat");
  } finally {
    vi.useRealTimers();
  }
});

test("an answer that is lost on the way is asked for again, and shown once", async () => {
  const place = drawn(popupPage);
  await settled();
  let times = 0;
  extension.runtime.sendMessage = async (message) => {
    if (message.ask !== "markDone") return sendMessage(message);
    times += 1;
    return (times === 1 ? undefined : { answered: true, answer: undefined }) as Awaited<
      ReturnType<typeof sendMessage>
    >;
  };
  await named(found(place, ".week"), "done");
  await vi.waitFor(() => expect(place.querySelectorAll(".outcome")).toHaveLength(1));
  expect(times).toBe(2);
});
