/** A file or page that shows far more aliases together than any person has. */
import { expect, test } from "vitest";
import type { Alias } from "../../../src/domain/person/person.ts";
import { project } from "../../../src/domain/projection/project.ts";
import type { Link } from "../../../src/domain/records/link.ts";
import type { Statement } from "../../../src/domain/records/statement.ts";
import { archive, link, message } from "./said.ts";

const COUNT = 40_000;
const aliases = Array.from({ length: COUNT }, (_, n): Alias => `slug:p${n}`);
const statements: readonly Statement[] = aliases.map((alias, n) =>
  archive(alias, { facts: [message(n % 300)] }),
);

/** The shape of the links, and how many people it makes of all aliases. */
const SHAPES: readonly (readonly [string, readonly Link[]])[] = [
  [
    "one alias in every row",
    aliases.slice(1).map((alias) => link("slug:p0", alias, { evidence: "row" })),
  ],
  [
    "each row with the alias of the next",
    aliases.slice(1).map((alias, n) => link(`slug:p${n}`, alias, { evidence: "row" })),
  ],
];

test.each(SHAPES)(
  "40,000 aliases in one file, %s: nobody has more than 64, and it takes about a second",
  (_, links) => {
    const before = process.cpuUsage();
    const { people, questions } = project({ statements, links, registers: [] });
    const { user } = process.cpuUsage(before);
    expect(people.reduce((sum, one) => sum + one.aliases.length, 0)).toBe(COUNT);
    expect(Math.max(...people.map((one) => one.aliases.length))).toBe(64);
    expect(questions).toEqual([]);
    // Time of the processor (µs), which does not grow while the machine has other things to do. Pairs of all with all would take minutes.
    expect(user).toBeLessThan(5_000_000);
  },
);
