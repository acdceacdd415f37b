// @vitest-environment jsdom
import { answerWith, extension, storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { asSettings } from "../../src/settings/settings.ts";
import { WordsBox } from "../../src/week/words-box.tsx";
import { drawn, found, settled } from "../components/drawn.ts";
import { alex, now } from "../components/invented-person.ts";

beforeEach(() => {
  storedValues.clear();
  answerWith({});
});

const box = async (): Promise<HTMLElement> => {
  const person = { ...alex(), company: "Tin Whistle" };
  const place = drawn(<WordsBox person={person} now={now} onWrite={() => {}} />);
  await settled();
  return place;
};
const words = (place: ParentNode) => found<HTMLTextAreaElement>(place, ".unfolded > .words");
const press = async (place: ParentNode, name: string): Promise<void> => {
  found<HTMLButtonElement>(place, `[name=${name}]`).click();
  await settled();
};
const write = async (place: ParentNode, text: string): Promise<void> => {
  const field = found<HTMLTextAreaElement>(place, "[name=template]");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
};
const kept = () => asSettings(Object.fromEntries(storedValues)).preferences;

test("own words for a tone are kept, filled in at once, and taken back", async () => {
  storedValues.set("preferences", { perWeek: 5, toolbarNumber: true });
  const place = await box();
  const usual = words(place).value;
  await press(place, "own-words");
  expect(found<HTMLTextAreaElement>(place, "[name=template]").value).toBe(
    usual.replace("Alex", "{first}"),
  );
  await write(place, "Dear {first} of {company}");
  await press(place, "template-keep");
  expect(kept()).toEqual({
    perWeek: 5,
    toolbarNumber: true,
    openers: { warm: "Dear {first} of {company}" },
  });
  expect(words(place).value).toBe("Dear Alex of Tin Whistle");
  expect(place.querySelector("[name=template]")).toBeNull();
  await press(place, "own-words");
  await press(place, "template-remove");
  expect(kept()).toEqual({ perWeek: 5, toolbarNumber: true });
  expect(words(place).value).toBe(usual);
});

test("words that could not be kept are still there, and it is said", async () => {
  const place = await box();
  await press(place, "own-words");
  await write(place, "Dear {first}");
  const { sendMessage } = extension.runtime;
  extension.runtime.sendMessage = async (question) =>
    question.ask === "changeSettings" ? { refused: "full" } : sendMessage(question);
  await press(place, "template-keep");
  extension.runtime.sendMessage = sendMessage;
  expect(found<HTMLTextAreaElement>(place, "[name=template]").value).toBe("Dear {first}");
  expect(found(place, ".template .notice").textContent).toContain("Try again");
  expect(kept().openers).toBeUndefined();
});

test("words that are not kept yet stay for their tone, also while they are folded, until they are cancelled", async () => {
  const place = await box();
  const field = () => found<HTMLTextAreaElement>(place, "[name=template]");
  const choose = async (tone: string): Promise<void> => {
    const tones = [...place.querySelectorAll<HTMLElement>(".segments label")];
    tones.find(({ textContent }) => textContent === tone)?.click();
    for (let turn = 0; turn < 3; turn += 1) await settled();
  };
  await press(place, "own-words");
  const usual = field().value;
  await write(place, "Dear {first}");
  await choose("Brief");
  expect(field().value).not.toBe("Dear {first}");
  await write(place, "Hey {first}");
  await choose("Warm");
  expect(field().value).toBe("Dear {first}");
  await press(place, "own-words");
  await press(place, "own-words");
  expect(field().value).toBe("Dear {first}");
  await press(place, "template-cancel");
  await press(place, "own-words");
  expect(field().value).toBe(usual);
  await choose("Brief");
  expect(field().value).toBe("Hey {first}");
});
