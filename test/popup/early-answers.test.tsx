// @vitest-environment jsdom
import { answerWith, storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { settings } from "../../src/components/kept-settings.ts";
import { earlyAnswers } from "../../src/popup/early-answers.ts";
import { Popup } from "../../src/popup/popup.tsx";
import { tellChange } from "../../src/protocol/changes.ts";
import { asSettings } from "../../src/settings/settings.ts";
import { Refusal } from "../../src/protocol/transport.ts";
import { refusalText } from "../../src/words/trouble-words.ts";
import { drawn, found, settled } from "../components/drawn.ts";
import { coverage, now } from "../components/invented-person.ts";

let asked: string[] = [];
let people = 312;

const overview = () => {
  asked.push("overview");
  return { owner: {}, people, interactions: 4210, stale: [], staleCount: 0, coverage };
};

const week = () => {
  asked.push("week");
  return { number: 1, reconnect: [], neverTalked: [], due: [], doneThisWeek: 0 };
};

beforeEach(() => {
  asked = [];
  people = 312;
  storedValues.clear();
  storedValues.set("mode", "badges");
  answerWith({
    overview,
    week,
    settings: () => {
      asked.push("settings");
      return asSettings(Object.fromEntries(storedValues));
    },
  });
});

test("what the popup shows first is asked for before its own code is there, and once", async () => {
  const early = earlyAnswers();
  expect(await early.language).toBeUndefined();
  expect(asked.toSorted()).toEqual(["overview", "settings", "week"]);
  const place = drawn(<Popup now={now} known={await early.settings} early={early.lists} />);
  await settled();
  expect(place.querySelector(".empty")).not.toBeNull();
  expect(asked.filter((one) => one !== "settings").toSorted()).toEqual(["overview", "week"]);
});

test("what changed while the page was on its way is asked for anew", async () => {
  const early = earlyAnswers();
  await settled();
  people = 313;
  tellChange({ of: "histories" });
  await settled();
  expect((await early.lists()).overview.people).toBe(313);
});

test("without an answer the popup says so in the browser's language, and shows the next one when the user tries again", async () => {
  const refused = (): never => {
    throw new Refusal("no-database");
  };
  answerWith({ overview: refused, settings: refused });
  const early = earlyAnswers();
  expect(await early.language).toBeUndefined();
  const readable = () => asSettings(Object.fromEntries(storedValues));
  answerWith({ overview: refused, settings: readable });
  const place = drawn(<Popup now={now} known="unread" early={early.lists} />);
  await settled();
  const notice = found(place, ".notice.danger");
  expect(notice.textContent).toContain(refusalText(new Refusal("no-database")));
  const again = found(notice, "button");
  expect(again.textContent).toBe("Try again");
  expect(place.querySelector(".empty")).toBeNull();
  answerWith({ overview, week, settings: readable });
  again.click();
  await settled();
  expect(place.querySelector(".notice.danger")).toBeNull();
  expect(place.querySelector(".empty")).not.toBeNull();
  expect(asked.filter((one) => one === "overview")).toHaveLength(1);
});

test("all who ask for the settings in one breath share a question, and later ones hear of changes", async () => {
  const [first, second] = await Promise.all([settings(), settings()]);
  expect([first.mode, second.mode]).toEqual(["badges", "badges"]);
  expect(asked).toEqual(["settings"]);
  storedValues.set("mode", "popup");
  expect((await settings()).mode).toBe("popup");
});
