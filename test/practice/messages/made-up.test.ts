import fc from "fast-check";
import { expect, test } from "vitest";
import { compiledMessage } from "../../../practice/messages/compiled.ts";
import { longer, LONGER_BY, mirrored } from "../../../practice/messages/made-up.ts";

const words = fc.stringMatching(/^[A-Za-z ,.!?]{0,60}$/);
const letters = (text: string) => text.replaceAll(/[^\p{L}]/gu, "").length;

test("words of the longer language have 40 % more letters, and as many words", () => {
  fc.assert(
    fc.property(words, (one) => {
      const more = letters(longer(one)) - letters(one);
      // Less than one letter is always owed.
      expect(Math.abs(more - letters(one) * LONGER_BY)).toBeLessThanOrEqual(1);
      expect(longer(one).split(" ")).toHaveLength(one.split(" ").length);
    }),
  );
});

test("words of the mirrored language have no Latin letter, and are as long", () => {
  fc.assert(
    fc.property(words, (one) => {
      expect(mirrored(one)).not.toMatch(/[A-Za-z]/);
      expect(mirrored(one)).toHaveLength(one.length);
    }),
  );
});

test("what is changed are the words, never names of values or of plural forms", () => {
  const code = compiledMessage(
    "key",
    "{count, plural, one {# day} other {# days of {name}}}",
    longer,
  );
  expect(code).toBe(
    '(a,n,c)=>(c(a.count)==="one"?""+n(a.count)+" dáýý":""+n(a.count)+" dáýýš ööf "+a.name)',
  );
});
