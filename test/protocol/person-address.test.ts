import fc from "fast-check";
import { expect, test } from "vitest";
import type { PersonId } from "../../src/domain/person/person.ts";
import { personAddress, personInHash } from "../../src/protocol/person-address.ts";

test("whom an address is made for is whom it names", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (id) => {
      const { pathname, hash } = new URL(personAddress(id as PersonId), "https://tielight.invalid");
      expect(pathname).toBe("/src/popup/index.html");
      expect(personInHash(hash)).toBe(id);
    }),
  );
});

test("other addresses name nobody", () => {
  for (const hash of ["", "#", "#person", "#people=1", "#person=%"])
    expect(personInHash(hash)).toBeUndefined();
});
