/**
 * Counting what an import brings.
 */
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { ProjectedPerson } from "../../domain/projection/person-of.ts";
import { isAlias } from "../../domain/records/subject.ts";
import type { ManyChange } from "../records/change-many.ts";
import type { StagedSaid } from "./staged-said.ts";

/** The number of interactions in the text of a body. */
const COUNT = /"facts":\{"count":(\d+)/;

const factsIn = (text = ""): number => Number(COUNT.exec(text)?.[1] ?? 0);

/** People and interactions of an import. */
export interface CountedImport {
  /** People of whom it says that something happened. */
  readonly people: number;
  readonly interactionsNew: number;
  /** Interactions that another source says as well. */
  readonly interactionsKnown: number;
}

/** Counts what an import brings, each subject once: in the people that are projected, and in the bodies of those it touches in nothing. */
export function counting(source: SourceId) {
  let [news, known, people] = [0, 0, 0];
  return {
    visit({ interactions }: ProjectedPerson): void {
      let isIn = false;
      for (const { sources } of interactions) {
        if (!sources.includes(source)) continue;
        isIn = true;
        if (sources.length === 1) news += 1;
        else known += 1;
      }
      if (isIn) people += 1;
    },
    counted({ texts, repeated }: StagedSaid, { reached }: ManyChange): CountedImport {
      for (const subject of repeated) {
        // A post that is not reached is nobody's.
        const facts = isAlias(subject) && !reached.has(subject) ? factsIn(texts.get(subject)) : 0;
        known += facts;
        if (facts > 0) people += 1;
      }
      return { interactionsNew: news, interactionsKnown: known, people };
    },
  };
}

/** Interactions of an import under posts that wait, and did not yet before it. */
export const waitingFacts = ({ texts, repeated }: StagedSaid, { waiting }: ManyChange): number =>
  waiting.reduce((sum, post) => (repeated.has(post) ? sum : sum + factsIn(texts.get(post))), 0);
