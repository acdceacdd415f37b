import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/exchange/canonical-json.ts";
import { runs } from "../effort.ts";

test("names are sorted by UTF-16 code units, also those that look like numbers (RFC 8785, 3.2.3)", () => {
  const value = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  const names = [...canonicalJson(value).matchAll(/"([^"]+)":/g)].map((match) => match[1]);
  expect(names).toEqual(["\\r", "1", "\u0080", "ö", "€", "😀", "\ufb33"]);
  expect(canonicalJson({ "9": 1, "10": 2, a: { c: 1, b: [] } })).toBe(
    '{"10":2,"9":1,"a":{"b":[],"c":1}}',
  );
});

test("numbers and text are written as RFC 8785 (3.2.2) shows them", () => {
  expect(
    canonicalJson({
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    }),
  ).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test("half of a pictograph is written as an escape and read back", () => {
  expect(canonicalJson("a\ud83d")).toBe(String.raw`"a\ud83d"`);
  expect(JSON.parse(canonicalJson("a\ud83d"))).toBe("a\ud83d");
});

test("the order of properties plays no part, and what is read back is equal", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      const turned = (one: unknown): unknown =>
        typeof one === "object" && one !== null && !Array.isArray(one)
          ? Object.fromEntries(
              Object.entries(one)
                .reverse()
                .map(([name, inner]) => [name, turned(inner)]),
            )
          : one;
      expect(canonicalJson(turned(value))).toBe(text);
    }),
    { numRuns: runs(300) },
  );
});

test.each([NaN, Infinity, undefined, () => 1])(
  "what JSON does not have is an error: %s",
  (value) => {
    expect(() => canonicalJson({ a: [value] })).toThrow(TypeError);
  },
);
