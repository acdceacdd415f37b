/**
 * Every act of a page with the background refusing, absent, slow, answering twice, and with an answer that is lost on the way: what the user sees.
 */
import { tellChange } from "../../../src/protocol/changes.ts";
import { answerWith, extension } from "../../words/extension-of-the-tests.ts";
import type { ComponentChild } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untilAnswered } from "../../../src/protocol/transport.ts";
import { READS } from "../../protocol/questions-asked.ts";
import { drawn, settled } from "../drawn.ts";

/** An act of the user, and the question that it asks. */
export interface UserAct {
  readonly name: string;
  readonly asks: string;
  readonly page: ComponentChild;
  readonly act: (place: HTMLElement) => Promise<void>;
  /** What the background answers when it is done. */
  readonly answer?: unknown;
  /** The words in the fields are not typed: they follow from what is chosen, and go back with it. */
  readonly choosesWords?: true;
}

/** What a page asks for by itself, in its own time: no acts of the user. */
const IN_TIME: ReadonlySet<string> = new Set(["renewLists", "finishDeletion"]);

/** What goes away by itself after some seconds stays for this test: on a busy machine they may pass between two looks. */
function standStill(): void {
  const { setTimeout: wait } = globalThis;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((call: () => void, ms = 0) =>
    ms < 3000 ? wait(call, ms) : undefined) as typeof setTimeout);
}

type Answers = Parameters<typeof answerWith>[0];

const { sendMessage } = extension.runtime;
type Sent = ReturnType<typeof sendMessage>;

/** What says that an act failed, with the way to try again. */
const alerts = (place: ParentNode): readonly Element[] =>
  [...place.querySelectorAll("button")].flatMap((one) =>
    one.textContent === "Try again" ? (one.closest(".notice") ?? []) : [],
  );

/** What stands in the fields that are written in. */
const wordsIn = (place: ParentNode): readonly string[] =>
  [...place.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")]
    .filter(({ type, value }) => !["checkbox", "radio", "file"].includes(type) && value !== "")
    .map(({ value }) => value);

/** From now on what is pressed last is remembered. Answers what presses it again, where it is still there. */
function lastPressed(place: HTMLElement): () => (() => void) | undefined {
  let again: (() => void) | undefined;
  place.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button) again = () => button.isConnected && button.click();
    },
    { capture: true },
  );
  place.addEventListener(
    "submit",
    ({ target }) => {
      if (target instanceof HTMLFormElement)
        again = () => target.isConnected && target.requestSubmit();
    },
    { capture: true },
  );
  return () => again;
}

/** The tries of a question lie seconds apart; here they do not. */
function hurry(): void {
  const { setTimeout: wait } = globalThis;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((call: () => void, ms = 0) =>
    wait(call, ms / 50)) as typeof setTimeout);
}

/**
 * Declares the tests of all acts.
 *
 * @param reads what the background answers; every other question is refused
 * @param success words of which each says that something was done
 * @returns what was asked in the test that runs, in order
 */
export function eachWay(
  acts: readonly UserAct[],
  reads: object,
  success: readonly string[],
): {
  readonly asked: string[];
  readonly alerts: typeof alerts;
  readonly sendMessage: typeof sendMessage;
} {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
    extension.runtime.sendMessage = (message) => {
      asked.push(message.ask);
      return sendMessage(message);
    };
    answerWith(reads as Answers);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    extension.runtime.sendMessage = sendMessage;
  });

  /** From now on this question goes another way than to the background. */
  const instead = (asks: string, way: () => Promise<unknown>): void => {
    extension.runtime.sendMessage = (message) => {
      asked.push(message.ask);
      return message.ask === asks ? (way() as Sent) : sendMessage(message);
    };
  };
  const refusal =
    ({ asks }: UserAct) =>
    async () => ({ refused: asks });
  const successes = (place: ParentNode): readonly string[] =>
    [...place.querySelectorAll("[role=status], button, .outcome")]
      .map((one) => one.textContent ?? "")
      .filter((one) => success.some((done) => one.includes(done)));
  const shown = async ({ page }: UserAct): Promise<HTMLElement> => {
    const place = drawn(page);
    await settled();
    return place;
  };

  test.each(acts)(
    "$name: refused, it is said where the user looks, and nothing says done",
    async (one) => {
      const place = await shown(one);
      instead(one.asks, refusal(one));
      await one.act(place);
      expect(asked).toContain(one.asks);
      expect(alerts(place).map(({ textContent }) => textContent)).toEqual([
        `That did not work (${one.asks}).Try again`,
      ]);
      expect(successes(place)).toEqual([]);
    },
  );

  test.each(acts)("$name: refused, what the user typed is still there", async (one) => {
    const place = await shown(one);
    const before = wordsIn(place);
    let typed: readonly string[] = [];
    instead(one.asks, async () => {
      typed = wordsIn(place);
      return { refused: one.asks };
    });
    await one.act(place);
    expect(wordsIn(place)).toEqual(one.choosesWords ? before : expect.arrayContaining([...typed]));
  });

  test.each(acts)("$name: tried again after a refusal, it is done", async (one) => {
    const place = await shown(one);
    instead(one.asks, refusal(one));
    await one.act(place);
    instead(one.asks, async () => ({ answered: true, answer: one.answer ?? {} }));
    asked.length = 0;
    alerts(place)[0]?.querySelector("button")?.click();
    await settled();
    expect(asked).toContain(one.asks);
    expect(alerts(place)).toEqual([]);
  });

  test.each(acts)("$name: without a background it is said after some tries", async (one) => {
    const place = await shown(one);
    hurry();
    instead(one.asks, () => Promise.reject(new Error("no receiver")));
    await one.act(place);
    expect(successes(place)).toEqual([]);
    await vi.waitFor(() => expect(alerts(place)).toHaveLength(1), 15_000);
    expect(alerts(place)[0]?.textContent).toContain("Tielight did not answer");
    expect(successes(place)).toEqual([]);
    expect(asked.filter((name) => name === one.asks)).toHaveLength(6);
  });

  test.each(acts)("$name: while a slow background works nothing says done", async (one) => {
    let answer = (): void => undefined;
    const answered = new Promise((resolve) => {
      answer = () => resolve({ answered: true, answer: one.answer ?? {} });
    });
    const place = await shown(one);
    instead(one.asks, () => answered);
    await one.act(place);
    await settled();
    expect([alerts(place), successes(place)]).toEqual([[], []]);
    answer();
    await settled();
    expect(alerts(place)).toEqual([]);
  });

  test.each(acts)(
    "$name: pressed twice while the background works, it is done once",
    async (one) => {
      const answers: (() => void)[] = [];
      const place = await shown(one);
      instead(
        one.asks,
        () =>
          new Promise((resolve) => {
            answers.push(() => resolve({ answered: true, answer: one.answer ?? {} }));
          }),
      );
      const pressed = lastPressed(place);
      await one.act(place);
      pressed()?.();
      await settled();
      // Were it done twice, the second time would begin when the first has ended.
      for (let turn = 0; turn < 2; turn += 1) {
        for (const answer of answers.splice(0)) answer();
        await settled();
      }
      expect(asked.filter((name) => name === one.asks)).toEqual([one.asks]);
    },
  );

  test.each(acts)(
    "$name: an answer that is lost on the way is asked for again, and nothing says that it failed",
    async (one) => {
      let times = 0;
      const place = await shown(one);
      instead(one.asks, async () => {
        times += 1;
        return times === 1 ? undefined : { answered: true, answer: one.answer ?? {} };
      });
      await one.act(place);
      await vi.waitFor(() => expect(times).toBeGreaterThan(1), 5000);
      await settled();
      expect(alerts(place)).toEqual([]);
    },
  );

  /** What is seen after the act, of which the background tells each time that it does it. */
  const seenAfter = async (one: UserAct, answers: 1 | 2) => {
    let times = 0;
    const place = await shown(one);
    instead(one.asks, async () => {
      times += 1;
      tellChange({ of: "history", name: "history-1", revision: times });
      return times < answers ? undefined : { answered: true, answer: one.answer ?? {} };
    });
    await one.act(place);
    await vi.waitFor(() => expect(times).toBe(answers), 5000);
    // What changed is asked for anew, and what is drawn with the answer may ask more.
    for (let round = 0; round < 3; round += 1) {
      await untilAnswered();
      await settled();
    }
    return {
      words: place.textContent,
      typed: wordsIn(place),
      says: successes(place),
      fails: alerts(place).length,
      acts: asked.filter((name) => name !== one.asks && !READS.has(name) && !IN_TIME.has(name)),
    };
  };

  test.each(acts)(
    "$name: done and answered twice, the user sees what is seen after one answer",
    async (one) => {
      standStill();
      const once = await seenAfter(one, 1);
      asked.length = 0;
      expect(await seenAfter(one, 2)).toEqual({ ...once, fails: 0 });
    },
  );
  return { asked, alerts, sendMessage };
}
