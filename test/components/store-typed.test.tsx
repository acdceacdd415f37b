// @vitest-environment jsdom
import { answerWith, extension } from "../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storeTypedInTime } from "../../src/components/store-typed.ts";
import type { PersonId } from "../../src/domain/person/person.ts";
import { PersonChoices } from "../../src/person/choices/person-choices.tsx";
import { askFromPage } from "../../src/protocol/transport.ts";
import { drawn, found, settled } from "./drawn.ts";

const { sendMessage } = extension.runtime;
let shown = "history-1";
let stored: readonly unknown[] = [];

storeTypedInTime();

beforeEach(() => {
  [shown, stored] = ["history-1", []];
  answerWith({ overview: () => ({ history: shown }), choose: () => undefined });
  extension.runtime.sendMessage = async (message) => {
    if (message.ask === "choose") stored = [...stored, message];
    const reply = await sendMessage(message);
    return { ...reply, ...(message.ask === "overview" && { history: shown }) };
  };
});
afterEach(() => {
  extension.runtime.sendMessage = sendMessage;
});

interface Typed {
  readonly name: string;
  readonly field: string;
  readonly made: object;
  readonly words?: string;
}

const FIELDS: readonly Typed[] = [
  {
    name: "a note",
    field: "textarea",
    made: { notes: expect.objectContaining({}) },
  },
  { name: "a tag", field: "[name=tags]", made: { tags: { sailing: true } } },
  {
    name: "the day of a reminder",
    field: "[name=remind]",
    words: "2031-05-03",
    made: { reminders: { r1: new Date(2031, 4, 3, 12).getTime() } },
  },
];

test.each(FIELDS)(
  "$name that is being typed when another history is shown is stored in the one before, and once",
  async ({ field, made, words: typed = "sailing" }) => {
    await askFromPage.overview();
    const place = drawn(
      <PersonChoices
        id={"alex" as PersonId}
        choices={{ reminders: [{ id: "r1", at: Date.UTC(2030, 0, 1) }] } as never}
        rules={[]}
        now={1}
        onChange={() => undefined}
      />,
    );
    await settled();
    const words = found<HTMLInputElement | HTMLTextAreaElement>(place, field);
    words.focus();
    words.value = typed;
    words.dispatchEvent(new Event("input", { bubbles: true }));
    await settled();
    expect(stored).toEqual([]);
    shown = "history-2";
    await askFromPage.overview();
    const about = expect.objectContaining({ id: "alex", made });
    expect(stored).toEqual([{ ask: "choose", history: "history-1", leaving: true, about }]);
    expect(JSON.stringify(stored)).toMatch(/sailing|reminders/);
    await askFromPage.choose({ id: "bea" as PersonId, made: {} });
    expect(stored[1]).toEqual({ ask: "choose", history: "history-2", about: expect.anything() });
  },
);
