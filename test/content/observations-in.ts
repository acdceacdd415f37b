import { observations, type Observations } from "../../src/content/observations/observations.ts";

/** What is observed in a document, as long as that is there. */
export function observationsIn(document: Document): Observations {
  const { AbortController } = document.defaultView!;
  return observations(document, new AbortController().signal);
}
