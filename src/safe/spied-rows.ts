/** What a spying script learned, in words, one row for each way it tried. */
import { text, type TextKey } from "../words/text.ts";
import type { Heard } from "./event-probe.ts";
import type { Learnt } from "./page-probes.ts";

/** One way to spy. */
export interface Way {
  readonly name: TextKey;
  /** What was learned in this way. */
  readonly got: (spied: Learnt, heard: Heard) => string;
}

function words(learned: readonly string[], otherwise: string): string {
  const different = [...new Set(learned)];
  const [example] = different;
  return example === undefined
    ? otherwise
    : text("probeWords", { count: different.length, example });
}

const nothing = (): string => text("probeNothing");

const empty = (count: number): string => text("probeEmpty", { count });

/** Every way to spy, in the order of the table. */
export const WAYS: readonly Way[] = [
  { name: "probeFind", got: ({ found }) => words(found, nothing()) },
  { name: "probeSelect", got: ({ selected }) => words(selected, nothing()) },
  { name: "probeRead", got: ({ read, badges }) => words(read, empty(badges)) },
  {
    name: "probePoint",
    got: ({ atPoints, emptyAtPoints }) => words(atPoints, empty(emptyAtPoints)),
  },
  {
    name: "probeEvents",
    got: (_, { events, leaked }) => (events === 0 ? text("probeNotYet") : words(leaked, empty(1))),
  },
  {
    name: "probeNames",
    got: ({ accessible }) =>
      words(
        accessible.flatMap(
          (told) => /^(?:computedName|aria\w+|title): (.+)$/.exec(told)?.[1] ?? [],
        ),
        nothing(),
      ),
  },
  {
    name: "probeSizes",
    got: ({ sizes, badges }) => {
      const [size] = sizes;
      return sizes.length === 1 && size !== undefined
        ? text("probeOneSize", { count: badges, size })
        : text("probeManySizes", { count: sizes.length });
    },
  },
  {
    name: "probeStyles",
    got: ({ styles, fonts, badges }) => {
      const count = styles.length + fonts.length;
      return count === 0
        ? text("probeSameStyles", { count: badges })
        : text("probeDifferentStyles", { count });
    },
  },
];
