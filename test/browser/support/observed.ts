import type { BrowserDriver, DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { Network } from "../../../practice/network/network.ts";
import { readBackup, type ReadExport } from "../../../practice/read-export.ts";
import { settled } from "../../../src/domain/interactions/history.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";

/** The history in use, as the user can take it along. */
export async function exportedHistory(browser: BrowserDriver): Promise<ReadExport> {
  const page = await browser.openExtensionPage("src/dashboard/index.html");
  await page.waitFor("the history's owner", () => document.body.innerText.includes("History of"));
  const file = await browser.downloadOf(() => page.click('button[name="export"][value="json"]'));
  await page.close();
  return readBackup(file.bytes);
}

/** Something a page said of one person of the network. */
export interface Observed extends Omit<Interaction, "sources"> {
  /** The person's slug; the alias itself for somebody the network does not know. */
  readonly who: string;
}

/** The form two lists of what was observed are compared in. */
export const inOrder = (facts: readonly Observed[]): readonly string[] =>
  facts
    .map(({ who, kind, direction, from, to, ref, groupSize }) =>
      [who, kind, direction, from, to, ref ?? "", groupSize ?? 1].join(" | "),
    )
    .sort();

/** Everything that counts in a history and that pages said of people with an address; names alone come from lists of conversations. */
export function observedIn(history: ReadExport, { people }: Network): readonly Observed[] {
  const addressed = history.people.filter(({ aliases }) => aliases.length > 0);
  return addressed.flatMap(({ aliases, interactions, removed }) => {
    const person = people.find(
      ({ slug, memberId }) =>
        aliases.includes(`slug:${slug}`) || aliases.includes(`member:${memberId}`),
    );
    return settled(interactions, removed)
      .filter(({ sources }) => sources.includes("page"))
      .map((fact) => ({ ...fact, who: person?.slug ?? aliases.join() }));
  });
}

/** What pages said since `before`, in the form of {@link inOrder}. */
export async function newlyObserved(
  browser: BrowserDriver,
  network: Network,
  before: readonly string[],
): Promise<readonly string[]> {
  const known = new Set(before);
  return inOrder(observedIn(await exportedHistory(browser), network)).filter(
    (fact) => !known.has(fact),
  );
}

/** How long (ms) something may take to be observed, on a busy machine. */
const PATIENCE_MS = 60_000;

/**
 * What pages said as soon as it is as expected. In between the page stands in front: in a tab behind another one nothing is read.
 *
 * @param isThere whether what pages said so far, in the form of {@link inOrder}, is what is waited for
 * @throws with what was observed when it does not become so
 */
export async function observedAtLast(
  browser: BrowserDriver,
  network: Network,
  page: DrivenPage,
  isThere: (facts: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const patience = Date.now() + PATIENCE_MS;
  for (let restMs = 400; ; restMs = Math.min(restMs * 2, 3000)) {
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, restMs));
    const facts = inOrder(observedIn(await exportedHistory(browser), network));
    if (isThere(facts)) return facts;
    if (Date.now() > patience) throw new Error(`observed was only: ${facts.join("; ")}`);
  }
}
