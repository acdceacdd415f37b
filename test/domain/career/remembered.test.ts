import fc from "fast-check";
import { expect, test } from "vitest";
import { remembered } from "../../../src/domain/career/remembered.ts";
import { runs } from "../../effort.ts";

test("answers as the function does, and asks it once for a text of late", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
      const asked: string[] = [];
      const answer = (text: string): string | undefined => {
        asked.push(text);
        return text === "" ? undefined : text.toUpperCase();
      };
      const again = remembered(answer);
      const answers = texts.map(again);
      expect(asked).toEqual([...new Set(texts)]);
      expect(answers).toEqual(texts.map((text) => (text === "" ? undefined : text.toUpperCase())));
    }),
    { numRuns: runs(200) },
  );
});

test("holds neither long texts nor more than a network has", () => {
  let asked = 0;
  const again = remembered((text: string) => {
    asked += 1;
    return text.length;
  });
  const long = "x".repeat(201);
  for (const text of [long, long, "one", "one"]) again(text);
  expect(asked).toBe(3);
  for (let number = 0; number < 5000; number += 1) again(`text ${number}`);
  asked = 0;
  again("one");
  expect(asked).toBe(1);
});
