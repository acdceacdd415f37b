/** Histories in words. */
import type { KeptHistory } from "../protocol/views.ts";
import { nameInSentence } from "./name-text.ts";
import { text } from "./text.ts";

/** What a history is called in a choice between several: after its owner, or after what is in it. */
export function historyName({ owner, aside }: Pick<KeptHistory, "owner" | "aside">): string {
  if (aside === "sample") return text("sampleName");
  return owner.name === undefined ? text("historyUnnamed") : nameInSentence(owner.name);
}
