/**
 * Histories of any size for benchmarks in a browser.
 */
import type { Page } from "puppeteer-core";
import { type Fact, packed } from "../../src/domain/interactions/interaction-columns.ts";
import type { StagedRecord } from "../../src/protocol/exchange-questions.ts";

/** How large a history is. */
export interface Size {
  readonly people: number;
  /** Of each person. */
  readonly interactions: number;
}

const DAY_MS = 86_400_000;
const PEOPLE_IN_PART = 500;
const FIRST = "Ana Björn Chloé Dmitri Elif Farid Grace Haruka Ines João".split(" ");
const LAST = "Ahlgren Brightwater Castellanos Dvořák Eriksen Fontaine Grünwald Harlow".split(" ");
const TITLES = [
  "Software engineer",
  "Head of Sales",
  "Infirmière",
  "Designer",
  "Rechtsanwältin",
  "Analyst",
];
const SAID = { source: "archive:bench", replica: "bench", version: 1 } as const;

/** The same numbers between 0 and 1 in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The records of an export, in the parts in which a restore stages them. */
function* partsOf(
  { people, interactions }: Size,
  now: number,
): Generator<readonly StagedRecord[], void> {
  const chance = chances(7);
  const oneOf = (all: readonly string[]): string => all[Math.floor(chance() * all.length)] ?? "";
  yield [
    {
      kind: "import",
      id: "bench",
      replica: SAID.replica,
      at: now,
      madeAt: now,
      doneAt: now,
      coverage: [
        { from: now - 4000 * DAY_MS, to: now, kinds: ["message", "invitation", "connected"] },
      ],
      circles: [],
      files: [],
      outcome: {
        peopleNew: people,
        peopleKnown: 0,
        interactionsNew: people * interactions,
        interactionsKnown: 0,
        waiting: 0,
        erased: 0,
      },
    },
  ];
  for (let start = 0; start < people; start += PEOPLE_IN_PART) {
    const size = Math.min(PEOPLE_IN_PART, people - start);
    yield Array.from({ length: size }, (_, place): StagedRecord => {
      const person = start + place;
      const spanMs = chance() * 3000 * DAY_MS + DAY_MS;
      const facts = new Map<number, Fact>();
      while (facts.size < interactions) {
        const at = Math.floor(now - chance() * spanMs - DAY_MS);
        const direction = chance() < 0.5 ? "in" : "out";
        facts.set(at, { kind: "message", direction, from: at, to: at, ref: `thread-${person}` });
      }
      const name = `${oneOf(FIRST)} ${oneOf(LAST)} ${person}`;
      const company = `Example ${Math.floor(chance() * 2000)}`;
      return {
        kind: "statement",
        subject: `slug:person-${person}`,
        ...SAID,
        body: {
          names: [{ value: name, at: now }],
          career: [{ company, title: oneOf(TITLES), at: now - DAY_MS, until: now }],
          facts: packed([...facts.values()].sort((a, b) => a.from - b.from)),
        },
      };
    });
  }
}

/** Asks the background, and answers its answer. */
type Asked = (question: string, about?: object) => Promise<unknown>;

/** Fills the history as a restored export does, part by part, by the page's own questions. */
export const fill = (page: Page, size: Size): Promise<void> =>
  fillBy(
    (question, about) =>
      page.evaluate(
        `(async (ask, about) => {
          const reply = await chrome.runtime.sendMessage({ ask, about });
          if (!reply || "refused" in reply) throw new Error(ask + ": " + JSON.stringify(reply));
          return reply.answer;
        })(${JSON.stringify(question)}, ${JSON.stringify(about)})`,
      ),
    size,
  );

/** The same in any page that can ask. */
export async function fillBy(ask: Asked, size: Size): Promise<void> {
  const now = Date.now();
  const { id } = (await ask("beginRestore", {
    format: "tielight-history",
    version: 1,
    exportedAt: now,
    owner: { aliases: ["slug:robin-sample"], name: "Robin Sample" },
  })) as { readonly id: string };
  let part = 0;
  for (const records of partsOf(size, now)) {
    await ask("stageRestore", { id, part, records });
    part += 1;
  }
  const { revision } = (await ask("previewRestore", { id })) as { readonly revision: number };
  await ask("commitRestore", { id, revision });
  await ask("renewLists");
  await ask("week");
}
