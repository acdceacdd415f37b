// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { File as ReadableFile } from "node:buffer";
import { beforeEach, expect, test } from "vitest";
import type {
  ImportOutcome,
  ImportPart,
  ImportPreview,
} from "../../../src/domain/records/archive-import.ts";
import type { Alias, PersonId } from "../../../src/domain/person/person.ts";
import type { SuggestedRow } from "../../../src/domain/week/week.ts";
import type { ImportTarget } from "../../../src/protocol/import-questions.ts";
import { Refusal } from "../../../src/protocol/transport.ts";
import { BringPanel } from "../../../src/dashboard/bring/bring-panel.tsx";
import { drawn, found, settled } from "../../components/drawn.ts";
import { alex } from "../../components/invented-person.ts";
import { readerOfTests } from "../reading-worker.ts";

const MESSAGES = [
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER",
  ...Array.from(
    { length: 6 },
    (_, day) =>
      `2-abc${day % 2},,Me Example,https://www.linkedin.com/in/me-example,Ada Sample,https://www.linkedin.com/in/ada-${day % 2},2024-01-0${day + 1} 13:22:10 UTC,,Hello,INBOX`,
  ),
  "2-xyz,,LinkedIn Member,,Me Example,https://www.linkedin.com/in/me-example,2024-02-01 10:00:00 UTC,,Gone,INBOX",
].join("\n");

const CONNECTIONS =
  "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Sample,https://www.linkedin.com/in/ada-0,,Tin Whistle,Engineer,05 Jan 2023\n";

const NOW = Date.UTC(2026, 10, 30);

/** The document's engine has files without streams. */
const file = (name: string, text: string) => new ReadableFile([text], name);

/** What the background of the tests was told. */
interface Told {
  readonly parts: ImportPart[];
  readonly asked: string[];
}

const OUTCOME: ImportOutcome = {
  peopleNew: 2,
  peopleKnown: 0,
  interactionsNew: 6,
  interactionsKnown: 0,
  waiting: 0,
  erased: 0,
};

const COUNTED: ImportPreview = { ...OUTCOME, revision: 1, questions: [], ownerNew: true };

let told: Told;

function background(answers: Record<string, (about: unknown) => unknown> = {}): void {
  told = { parts: [], asked: [] };
  const noted =
    (name: string, answer: (about: never) => unknown) =>
    (about: unknown): unknown => {
      told.asked.push(name);
      return answer(about as never);
    };
  const all: Record<string, (about: never) => unknown> = {
    importTrouble: () => undefined,
    importTargets: () => [],
    beginImport: () => ({ history: "history-1" }),
    stageImport: ({ part }: { part: ImportPart }) => void told.parts.push(part),
    importProgress: () => undefined,
    previewImport: () => COUNTED,
    commitImport: () => OUTCOME,
    cancelImport: () => "cancelled",
    ...answers,
  };
  answerWith(
    Object.fromEntries(Object.entries(all).map(([name, answer]) => [name, noted(name, answer)])),
  );
}

async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 10_000; !isSo() && performance.now() < end;) await settled();
  expect(isSo()).toBe(true);
}

/** Chooses files as a person does, and waits for what comes of it. */
async function choose(files: readonly ReadableFile[], hold?: Promise<void>): Promise<HTMLElement> {
  const place = drawn(
    <BringPanel
      isFirst
      now={NOW}
      onChange={() => undefined}
      makeReader={() => readerOfTests(hold)}
    />,
  );
  const input = found<HTMLInputElement>(place, "input[name=given]");
  Object.defineProperty(input, "files", { value: files });
  Object.defineProperty(input, "value", { value: "", writable: true });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  if (hold === undefined)
    await until(() => place.querySelector(".preview-heading, .notice") !== null);
  return place;
}

const button = (place: HTMLElement, words: string): HTMLButtonElement => {
  const all = [...place.querySelectorAll("button")];
  const one = all.find(({ textContent }) => textContent === words);
  if (one === undefined)
    throw new Error(`No button "${words}" among ${all.map((b) => b.textContent).join(", ")}`);
  return one;
};

/** The numbers of each row of the table, by file. */
const rowsOf = (place: HTMLElement): Record<string, readonly number[]> =>
  Object.fromEntries(
    [...place.querySelectorAll(".files tbody tr")].map((row) => [
      row.querySelector("th")?.textContent ?? "",
      [...row.querySelectorAll("td")].map(({ textContent }) => Number(textContent)),
    ]),
  );

/** Whether another tab holds the lock. */
let isHeld = false;

beforeEach(() => {
  background();
  isHeld = false;
  Object.defineProperty(navigator, "locks", {
    value: {
      request: async (_: string, __: unknown, step: (lock: object | null) => Promise<void>) =>
        step(isHeld ? null : {}),
    },
    configurable: true,
  });
  Object.defineProperty(navigator, "storage", {
    value: { estimate: async () => ({ quota: 1e9, usage: 0 }) },
    configurable: true,
  });
});

test("a preview accounts for every row before anything is written", async () => {
  const place = await choose([
    file("messages.csv", MESSAGES),
    file("Connections.csv", CONNECTIONS),
  ]);
  expect(rowsOf(place)).toEqual({
    "Connections.csv": [1, 1, 0, 0, 0],
    "messages.csv": [7, 6, 0, 0, 1],
  });
  expect(place.textContent).toContain("Archive of \u2068Me Example\u2069");
  expect(place.textContent).toContain("with an account that was closed");
  expect(place.textContent).toContain("row 7");
  expect(told.asked).toContain("previewImport");
  expect(told.asked).not.toContain("commitImport");
});

test("one button writes all parts, and the report says what came of it", async () => {
  const place = await choose([file("messages.csv", MESSAGES)]);
  button(place, "Add it to my history").click();
  await until(() => place.textContent?.includes("2 people are new") ?? false);
  expect(told.parts.flatMap(({ subjects }) => subjects)).toEqual(["slug:ada-0", "slug:ada-1"]);
  expect(JSON.stringify(told.parts)).not.toContain("Hello");
});

test("files without a row that can be used are never a success", async () => {
  const place = await choose([
    file("Connections.csv", "First Name,Last Name,URL,Connected On\n,,,05 Jan 2023\n"),
    file("notes.csv", "a,b\n1,2\n"),
  ]);
  expect(found(place, "[role=alert]").textContent).toContain("Nothing in these files can be added");
  expect(place.textContent).toContain("Not known to Tielight");
  expect([...place.querySelectorAll("button")].map(({ textContent }) => textContent)).not.toContain(
    "Add it to my history",
  );
});

test("an archive that cannot be trusted is refused in a sentence with its name", async () => {
  const place = await choose([file("photo.zip", "no zip at all")]);
  expect(found(place, "[role=alert]").textContent).toContain(
    "photo.zip is named like a ZIP, but is none",
  );
  expect(place.querySelector("input[name=given]")).not.toBeNull();
});

test("when nobody can say whose it is, the user does, and then rows count", async () => {
  const place = await choose([file("Connections.csv", CONNECTIONS)]);
  expect(button(place, "Add it to my history").disabled).toBe(true);
  const address = found<HTMLInputElement>(place, "input[name=address]");
  const type = async (words: string) => {
    address.value = words;
    address.dispatchEvent(new Event("input", { bubbles: true }));
    await settled();
    found(place, "form.question").dispatchEvent(
      new Event("submit", { bubbles: true, cancelable: true }),
    );
    await settled();
  };
  await type("my profile");
  expect(found(place, ".wrong").textContent).toContain("not the address of a profile");
  await type("https://www.linkedin.com/in/me-example/");
  await until(() => place.querySelector("form.question") === null);
  expect(button(place, "Add it to my history").disabled).toBe(false);
});

test("an archive that may or may not belong to the history here is asked about", async () => {
  const target: ImportTarget = {
    name: "history-9",
    aliases: ["member:ACoMe"],
    ownerName: "Me E.",
    shown: true,
  };
  let into: unknown;
  background({
    importTargets: () => [target],
    beginImport: (about) => {
      into = (about as { history: unknown }).history;
      return { history: "history-9" };
    },
  });
  const place = await choose([file("messages.csv", MESSAGES)]);
  expect(button(place, "Add it to my history").disabled).toBe(true);
  button(place, "Yes, add it to the history of \u2068Me E.\u2069").click();
  await until(
    () =>
      place.querySelector(".question") === null && place.querySelector(".preview-heading") !== null,
  );
  button(place, "Add it to my history").click();
  await until(() => place.textContent?.includes("2 people are new") ?? false);
  expect(into).toBe("history-9");
});

test("too little room and permanent private browsing are said before anything is written", async () => {
  Object.defineProperty(navigator, "storage", {
    value: { estimate: async () => ({ quota: 10, usage: 9 }) },
    configurable: true,
  });
  const full = await choose([file("messages.csv", MESSAGES)]);
  expect(found(full, "[role=alert]").textContent).toContain("There may not be enough room");
  background({ importTrouble: () => ({ code: "no-database" }) });
  const private_ = await choose([file("messages.csv", MESSAGES)]);
  expect(found(private_, "[role=alert]").textContent).toContain("private browsing");
});

test("cancelling while it is read leaves nothing and says so", async () => {
  let go = (): void => undefined;
  const hold = new Promise<void>((resolve) => {
    go = resolve;
  });
  const place = await choose([file("messages.csv", MESSAGES)], hold);
  await until(() => place.querySelector("progress") !== null);
  button(place, "Cancel").click();
  await settled();
  go();
  await settled();
  expect(found(place, ".notice").textContent).toContain("Your history is as it was");
  expect(told.asked).not.toContain("beginImport");
});

test("cancelling while it is staged drops what is staged", async () => {
  let go: (answer: unknown) => void = () => undefined;
  background({
    stageImport: () =>
      new Promise((resolve) => {
        go = resolve;
      }),
  });
  const place = await choose([file("messages.csv", MESSAGES)], Promise.resolve());
  await until(() => told.asked.includes("stageImport"));
  button(place, "Cancel").click();
  await settled();
  go(undefined);
  await until(() => place.querySelector(".notice") !== null);
  expect(found(place, ".notice").textContent).toContain("Your history is as it was");
  expect(told.asked).toContain("cancelImport");
  expect(told.asked).not.toContain("commitImport");
});

test("a preview that is left drops what is staged", async () => {
  const place = await choose([file("messages.csv", MESSAGES)]);
  button(place, "Choose other files").click();
  await until(() => place.querySelector("input[name=given]") !== null);
  expect(told.asked.at(-1)).toBe("cancelImport");
});

const QUESTIONS: ImportPreview["questions"] = ["Ana Silva", "Bo Muster"].map((name) => ({
  name: `name:${name.toLowerCase()}`,
  facts: 3,
  candidates: [
    { alias: "slug:one", name, work: "Baker", interactions: 2 },
    { alias: "slug:two", name, work: "", interactions: 9 },
  ],
  strangers: 0,
}));

test("names that several people share are asked about once the import is done, one at a time, and can be skipped", async () => {
  const answers: unknown[] = [];
  background({
    previewImport: () => ({ ...COUNTED, questions: QUESTIONS }),
    answerQuestion: (about) => void answers.push(about),
  });
  const place = await choose([file("messages.csv", MESSAGES)]);
  expect(place.querySelector(".open-name")).toBeNull();
  button(place, "Add it to my history").click();
  await until(() => place.querySelector(".open-name") !== null);
  expect(found(place, ".open-name legend").textContent).toContain("Ana Silva");
  expect(found(place, ".open-name").textContent).toContain("Baker");
  expect(place.querySelectorAll(".open-name")).toHaveLength(1);
  const choice = found<HTMLInputElement>(place, ".open-name input[value='slug:two']");
  choice.checked = true;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
  button(place, "Count these interactions").click();
  await until(
    () => place.querySelector(".open-name legend")?.textContent?.includes("Bo Muster") ?? false,
  );
  button(place, "Skip").click();
  await until(() => place.querySelector(".open-name") === null);
  expect(answers).toEqual([
    { answer: { kind: "which-person", name: "name:ana silva", value: "slug:two" } },
  ]);
});

/** A suggestion as the background answers it. */
const suggested = (name: string): SuggestedRow => ({
  id: name as PersonId,
  alias: "slug:alex-example",
  aliases: ["slug:alex-example"],
  name,
  tie: alex().tie,
  reasons: [{ code: "wrote-last", at: NOW - 92 * 86_400_000 }],
  lens: [],
});

test("an import ends with what it is good for: how far back, how many ties, and whom to write to first", async () => {
  const counts = { close: 20, "in-touch": 18, fading: 7, dormant: 5 };
  background({
    overview: () => ({ people: 400 }),
    renewLists: () => undefined,
    week: () => ({
      reconnect: ["Ana", "Bo", "Cem", "Dana", "Eva"].map(suggested),
      neverTalked: [],
    }),
    balance: () => ({ counts }),
  });
  const place = await choose([file("messages.csv", MESSAGES)]);
  button(place, "Add it to my history").click();
  await until(() => place.querySelector("[data-step=week]") !== null);
  const result = found(place, ".import-result");
  expect(result.textContent).toContain("400 people");
  expect(result.textContent).toContain("in touch with 38 people");
  expect(result.textContent).toContain("12 ties have gone quiet");
  expect([...result.querySelectorAll("li a")].map(({ textContent }) => textContent)).toEqual([
    "Ana",
    "Bo",
    "Cem",
    "Dana",
  ]);
  expect(result.textContent).toContain("You owe them a reply");
  expect(document.activeElement).toBe(result.querySelector("h3"));
  expect(found(result, "[data-step=week]").getAttribute("href")).toBe("#week");
  // What became of every row is folded.
  expect(place.querySelector("details[open]")).toBeNull();
});

test("whose history it goes into is said before, and that another account's begins one of its own", async () => {
  const target = (name: string, alias: Alias): ImportTarget => ({
    name,
    aliases: [alias],
    ownerName: "Robin Sample",
    shown: true,
  });
  background({ importTargets: () => [target("history-9", "slug:robin-sample")] });
  const other = await choose([file("messages.csv", MESSAGES)]);
  expect(other.textContent).toMatch(/begins a history of its own, for .Me Example/u);
  background({ importTargets: () => [target("history-9", "slug:me-example")] });
  const same = await choose([file("messages.csv", MESSAGES)]);
  expect(same.textContent).toMatch(/into the history of .Robin Sample/u);
  background();
  const alone = await choose([file("messages.csv", MESSAGES)]);
  expect(alone.textContent).not.toMatch(/history of its own|into the history/);
});

test("a history that changed meanwhile is shown again before anything is written", async () => {
  let peopleNew = 2;
  background({
    previewImport: () => ({ ...COUNTED, peopleNew }),
    commitImport: () => {
      if (peopleNew === 1) return { ...OUTCOME, peopleNew };
      peopleNew = 1;
      throw new Refusal("history-moved");
    },
  });
  const place = await choose([file("messages.csv", MESSAGES)]);
  button(place, "Add it to my history").click();
  await until(() => place.textContent?.includes("Your history has changed since") ?? false);
  button(place, "Add it to my history").click();
  await until(() => place.textContent?.includes("1 person is new") ?? false);
});

test("an import that adds nobody claims no more than was counted", async () => {
  const known = {
    ...OUTCOME,
    peopleNew: 0,
    peopleKnown: 2,
    interactionsNew: 0,
    interactionsKnown: 6,
  };
  background({ commitImport: () => known });
  const place = await choose([file("messages.csv", MESSAGES)]);
  button(place, "Add it to my history").click();
  await until(() => place.textContent?.includes("knew these people and interactions") ?? false);
  expect(place.textContent).toContain("names and jobs counts from now on");
});

test("a disk that is full while it is staged is told in words", async () => {
  background({
    stageImport: () => {
      throw new Refusal("full");
    },
  });
  const place = await choose([file("messages.csv", MESSAGES)]);
  await until(() => place.querySelector("[role=alert]") !== null);
  expect(found(place, "[role=alert]").textContent).toContain("The disk is full");
  expect(told.asked).toContain("cancelImport");
});

test("while another tab writes, nothing is written here, and it can be afterwards", async () => {
  const place = await choose([file("messages.csv", MESSAGES)]);
  isHeld = true;
  button(place, "Add it to my history").click();
  await until(() => place.querySelector("[role=alert]") !== null);
  expect(found(place, "[role=alert]").textContent).toContain("Another tab is adding an archive");
  expect(told.asked).not.toContain("commitImport");
  isHeld = false;
  button(place, "Add it to my history").click();
  await until(() => place.textContent?.includes("2 people are new") ?? false);
});

test("files that a spreadsheet program has changed are named before everything else", async () => {
  const place = await choose([
    file("messages.csv", MESSAGES),
    file(
      "Invitations.csv",
      "From,To,Sent At,Message,Direction\nMe Example,Ada Sample,1/2/2021 9:00,,OUTGOING\n",
    ),
  ]);
  const notice = found(place, "[role=alert]").textContent ?? "";
  expect(notice).toContain("Invitations.csv");
  expect(notice).toContain("a spreadsheet program has changed the dates");
  expect(rowsOf(place)["Invitations.csv"]).toEqual([1, 0, 0, 0, 1]);
});

test("a workbook among the files is named in one sentence", async () => {
  const place = await choose([
    file("messages.csv", MESSAGES),
    file("Reactions.xlsx", "whatever is in it"),
  ]);
  expect(found(place, "[role=alert]").textContent).toContain(
    "Reactions.xlsx is a document of a spreadsheet program",
  );
});

test("an old archive of names only gives people by name", async () => {
  const place = await choose([
    file(
      "Connections.csv",
      "First Name,Last Name,Email Address,Company,Position,Connected On\nAda,Sample,,,,05 Jan 2018\nBo,Muster,,,,06 Jan 2018\n",
    ),
  ]);
  const address = found<HTMLInputElement>(place, "input[name=address]");
  address.value = "https://www.linkedin.com/in/me-example/";
  address.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  found(place, "form.question").dispatchEvent(
    new Event("submit", { bubbles: true, cancelable: true }),
  );
  await until(() => place.querySelector("form.question") === null);
  await until(() => place.querySelector(".preview-heading") !== null);
  button(place, "Add it to my history").click();
  await until(() => place.textContent?.includes("2 people are new") ?? false);
  expect(told.parts.flatMap(({ subjects }) => subjects)).toEqual([
    "name:ada sample",
    "name:bo muster",
  ]);
});

test.each([
  { asks: "beginImport", code: "full" },
  { asks: "stageImport", code: "full" },
  { asks: "previewImport", code: "unreadable" },
  { asks: "commitImport", code: "full" },
])("an import whose $asks is refused says so, and nothing says that it is done", async (one) => {
  background({
    [one.asks]: () => {
      throw new Refusal(one.code);
    },
  });
  const place = await choose([file("messages.csv", MESSAGES)]);
  if (one.asks === "commitImport") button(place, "Add it to my history").click();
  await until(() => place.querySelector(".notice.danger") !== null);
  expect(place.textContent).not.toContain("2 people are new");
});
