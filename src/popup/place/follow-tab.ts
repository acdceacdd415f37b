/**
 * Following the tab in front of the panel's own window: whom or which company its page is about. The browser says which tab that is and
 * nothing of its address; the rest the background asks of the script in it.
 */
import { browser, type BrowserInUse } from "../../browser.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askedPerson } from "../../protocol/asked-person.ts";
import { watchChanges } from "../../protocol/changes.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { TabTopic } from "../../protocol/views.ts";

const NOTHING: TabTopic = { what: "nothing" };

/** What is observed comes in bursts (ms): a person who is just becoming known is asked for once. */
const QUIET_MS = 250;

interface TabListener {
  /** What the tab in front is about, now and whenever that is another. */
  readonly onTopic: (topic: TabTopic) => void;
  /** A badge in this window was clicked. */
  readonly onAsked: (id: PersonId) => void;
}

/** Follows the tab in front until the signal is aborted. */
export function followTab({ onTopic, onAsked }: TabListener, signal: AbortSignal): void {
  let front: number | undefined;
  let round = 0;
  let said: string | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;
  const tell = (topic: TabTopic): void => {
    // The same answer about another tab is news: its card may have been closed meanwhile.
    const words = JSON.stringify([front, topic]);
    if (words === said) return;
    said = words;
    onTopic(topic);
  };
  const ask = (): void => {
    round += 1;
    const own = round;
    const answer = async (): Promise<TabTopic> => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (own === round) front = tab?.id;
      return tab?.id === undefined ? NOTHING : askFromPage.topic({ tabId: tab.id });
    };
    // Without a history nothing is known of any page.
    const orNothing = answer().catch(() => NOTHING);
    orNothing.then(
      (topic) => {
        if (own === round && !signal.aborted) tell(topic);
      },
      () => undefined,
    );
  };
  const takeAsked = async (windowId: number): Promise<void> => {
    // A browser without windows, as on a phone, has no panel either.
    const { windows }: BrowserInUse = browser;
    if ((await windows?.getCurrent())?.id !== windowId) return;
    const asked = await askedPerson(Date.now());
    if (asked !== undefined && !signal.aborted) onAsked(asked);
  };
  const onActivated = (): void => ask();
  const onUpdated = (tabId: number, { status }: { readonly status?: string }): void => {
    // While a page loads, what is shown of the one before stays.
    if (tabId === front && status === "complete") ask();
  };
  const { tabs } = browser;
  tabs.onActivated.addListener(onActivated);
  tabs.onUpdated.addListener(onUpdated);
  watchChanges((change) => {
    if (change.of === "tab" && change.tabId === front) ask();
    if (change.of === "asked") takeAsked(change.windowId).catch(() => undefined);
    if (change.of !== "history" && change.of !== "histories") return;
    clearTimeout(soon);
    soon = setTimeout(ask, QUIET_MS);
  }, signal);
  signal.addEventListener("abort", () => {
    clearTimeout(soon);
    tabs.onActivated.removeListener(onActivated);
    tabs.onUpdated.removeListener(onUpdated);
  });
  ask();
}
