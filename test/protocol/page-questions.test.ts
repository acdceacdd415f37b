import { extension } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { pageQuestions, Refusal, type Reply } from "../../src/protocol/transport.ts";

interface Sent {
  readonly ask: string;
  readonly history?: string;
}

let sent: Sent[] = [];
/** The history that the background shows at the moment. */
let shown: string | undefined;

beforeEach(() => {
  sent = [];
  shown = "history-a";
  extension.runtime.sendMessage = async (message) => {
    const { ask, history } = message as Sent;
    sent.push({ ask, ...(history !== undefined && { history }) });
    // An overview is answered whatever history it names.
    if (ask !== "overview" && history !== undefined && history !== shown)
      return { refused: "other-history" };
    const reply: Reply = {
      answered: true,
      answer: ask,
      ...(shown !== undefined && ask !== "histories" && { history: shown }),
    };
    return reply as Awaited<ReturnType<typeof extension.runtime.sendMessage>>;
  };
});

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "answered",
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

test("each question names the history of the first answer", async () => {
  const ask = pageQuestions();
  await ask.histories();
  await ask.overview();
  await ask.week();
  await ask.liftErasures();
  expect(sent).toEqual([
    { ask: "histories" },
    { ask: "overview" },
    { ask: "week", history: "history-a" },
    { ask: "liftErasures", history: "history-a" },
  ]);
});

test("a page whose history is no longer the one shown is refused, until it asks for the overview again", async () => {
  const ask = pageQuestions();
  await ask.overview();
  shown = "history-b";
  expect(await codeOf(ask.liftErasures())).toBe("other-history");
  expect(await codeOf(ask.balance())).toBe("other-history");
  await ask.overview();
  expect(await codeOf(ask.balance())).toBe("answered");
});

test("only the first overview names no history, so that the background knows what was just opened", async () => {
  const ask = pageQuestions();
  await ask.overview();
  await ask.overview();
  await ask.showHistory({ name: "history-b" });
  expect(sent).toEqual([
    { ask: "overview" },
    { ask: "overview", history: "history-a" },
    { ask: "showHistory" },
  ]);
});

test("of two first questions that are answered of two histories the second is no answer", async () => {
  const ask = pageQuestions();
  const first = ask.week();
  const second = ask.balance();
  const sending = extension.runtime.sendMessage;
  await first;
  expect(await codeOf(second)).toBe("answered");
  shown = "history-b";
  extension.runtime.sendMessage = (message) => {
    // As a background would that was asked before the page knew its history.
    const { ask: question } = message as Sent;
    return sending({ ask: question, about: undefined });
  };
  expect(await codeOf(ask.balance())).toBe("other-history");
});

test("showing another history makes it the one that is named", async () => {
  const ask = pageQuestions();
  await ask.overview();
  shown = "history-b";
  await ask.showHistory({ name: "history-b" });
  await ask.week();
  expect(sent.at(-1)).toEqual({ ask: "week", history: "history-b" });
});

test("a page without a history names none, and learns of the first one", async () => {
  shown = undefined;
  const ask = pageQuestions();
  await ask.overview();
  await ask.histories();
  shown = "history-a";
  await ask.week();
  await ask.balance();
  expect(sent.map(({ history }) => history)).toEqual([
    undefined,
    undefined,
    undefined,
    "history-a",
  ]);
});

test("two pages know their histories apart", async () => {
  const [one, other] = [pageQuestions(), pageQuestions()];
  await one.overview();
  shown = "history-b";
  await other.overview();
  expect(await codeOf(other.week())).toBe("answered");
  expect(await codeOf(one.week())).toBe("other-history");
});
