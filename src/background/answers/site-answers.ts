/**
 * What the script on the site is answered. A page's process may be taken over, so every argument is checked, and no answer names
 * anybody who was not asked about.
 */
import type { Runtime } from "webextension-polyfill";
import { browser } from "../../browser.ts";
import { parse } from "valibot";
import { askForPerson } from "../../protocol/asked-person.ts";
import { siteStyles } from "../../components/styles/site-styles.ts";
import type { Coverage } from "../../domain/tie/coverage.ts";
import { mayFollow } from "../../domain/person/owner.ts";
import { isStranger } from "../../domain/directory/stranger.ts";
import type { Glimpse, SiteQuestions, Viewer } from "../../protocol/site-questions.ts";
import { mayReadSite } from "../../protocol/site-access.ts";
import { Refusal } from "../../protocol/transport.ts";
import { tellChange } from "../../protocol/changes.ts";
import { isPaused } from "../../settings/pause.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import type { OutboxEntry } from "../../storage/database/own-database.ts";
import { peopleNamed } from "../../storage/answers/people-named.ts";
import { storedCoverage } from "../../storage/view/about.ts";
import { peopleByAliases } from "../../storage/view/people.ts";
import { glimpseText } from "../../words/glimpse-text.ts";
import {
  certainMember,
  currentHistory,
  forgetViewer,
  historyShownTo,
  isShownInDoubt,
  memberSignedIn,
  showHistory,
  type TabSession,
} from "../histories/histories.ts";
import { deliverOutbox, take } from "../histories/outbox.ts";
import { claimObserved, letGoObserved, tabOf } from "../histories/unclaimed.ts";
import { historyDatabase } from "../histories/open-histories.ts";
import { settings } from "../kept/settings-kept.ts";
import { remind } from "../browser/reminders.ts";
import { sessionOf } from "../browser/sender.ts";
import { isOpenForClick } from "../browser/beside.ts";
import { personOpener } from "../browser/person-opener.ts";
import { openPersonWindow } from "../browser/person-window.ts";
import {
  askedCard,
  askedGlimpses,
  askedNames,
  observed,
  reading,
} from "../questions/questions-checked.ts";
import { readingReported } from "../browser/reader-report.ts";
import { signedInSaid } from "../questions/site-schemas.ts";

const NO_COVERAGE: Coverage = { archives: [] };

/**
 * The database to show beside people on a page; `undefined` while there is no history.
 *
 * @throws Refusal when there is one that cannot be read, or it is not known which one it is: nobody may be shown as never talked to because
 * of that
 */
async function databaseShownTo(
  shownTo: Viewer | undefined,
  session: TabSession,
): Promise<HistoryDatabase | undefined> {
  const history = await historyShownTo(shownTo, session);
  if (history === undefined && (await isShownInDoubt(shownTo, session)))
    throw new Refusal("uncertain-member");
  if (history === undefined) return undefined;
  const { database, trouble } = await historyDatabase(history.name);
  if (trouble !== undefined) throw new Refusal(trouble.code);
  return database;
}

const openPerson = personOpener({
  note: askForPerson,
  tellPanel: (windowId) => tellChange({ of: "asked", windowId }),
  openPopup: (windowId) =>
    browser.action.openPopup(windowId === undefined ? undefined : { windowId }),
  openWindow: openPersonWindow,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** The answers to {@link SiteQuestions}; the sender is as the browser names it. */
export const siteAnswers: {
  readonly [Name in keyof SiteQuestions]: (
    about: unknown,
    sender: Runtime.MessageSender,
  ) => Promise<ReturnType<SiteQuestions[Name]>>;
} = {
  async permission() {
    const { mode, showRails, noBadgesIn, opensBeside, hidden } = await settings();
    const may = mode !== undefined && (await mayReadSite());
    return { ...(may && { mode }), showRails, noBadgesIn, opensBeside, hidden };
  },

  styles: () => Promise.resolve(siteStyles),

  async glimpses(about, sender) {
    const { people, viewer: shownTo } = parse(askedGlimpses, about);
    const now = Date.now();
    const database = await databaseShownTo(shownTo, sessionOf(sender));
    const coverage = database ? await storedCoverage(database) : NO_COVERAGE;
    const found = database
      ? await peopleByAliases(
          database,
          people.map(({ aliases }) => aliases),
        )
      : [];
    const { showStrangers: everybody } = await settings();
    return people.flatMap((seen, index): readonly Glimpse[] => {
      const [alias] = seen.aliases;
      const person = found[index];
      const isShown = everybody || (person !== undefined && !isStranger(person));
      return alias === undefined || !isShown
        ? []
        : [glimpseText(alias, seen, person, coverage, now)];
    });
  },

  async peopleNamed(about, sender) {
    const { names, viewer: shownTo } = parse(askedNames, about);
    const database = await databaseShownTo(shownTo, sessionOf(sender));
    return database ? peopleNamed(database, names, Date.now()) : [];
  },

  async record(about, sender) {
    const { viewer: observedBy, sightings } = parse(observed, about);
    const { mode, pause } = await settings();
    const isOff = mode === undefined || mode === "archive";
    if (isOff || isPaused(pause, Date.now()) || !(await mayReadSite()))
      return sightings.map(({ id }) => id);
    const session = sessionOf(sender);
    const said = sightings.flatMap(({ sighting, of }) => (of === undefined ? sighting : []));
    const conditional = sightings.flatMap(({ sighting, of }) =>
      of === undefined ? [] : { of, sighting },
    );
    const tab = observedBy === undefined ? await tabOf(sender) : undefined;
    const entry: OutboxEntry = {
      sightings: said,
      ...(session !== undefined && { session }),
      ...(observedBy !== undefined && { viewer: observedBy }),
      ...(observedBy === undefined && conditional.length > 0 && { conditional }),
      ...(tab !== undefined && { tab }),
    };
    return (await take(entry, Date.now())) ? sightings.map(({ id }) => id) : [];
  },

  certainViewer: (_about, sender) => certainMember(sessionOf(sender)),

  async signedIn(about, sender) {
    const { mode } = await settings();
    if (mode !== "badges" && mode !== "popup") return undefined;
    const { kinds, ...member } = parse(signedInSaid, about);
    const session = sessionOf(sender);
    const before = await certainMember(session);
    if (!mayFollow(before?.aliases ?? [], member.aliases, kinds)) return undefined;
    const known = await memberSignedIn(member, kinds, session);
    if (known !== undefined) await claimObserved(sender, known);
    // Nobody waits for what waited; the console keeps what went wrong for a report.
    if (known !== undefined) deliverOutbox(Date.now()).catch(console.error);
    return known;
  },

  async signedOut(_about, sender) {
    const session = sessionOf(sender);
    await letGoObserved(session);
    await forgetViewer(session);
  },

  async reportReading(about) {
    await readingReported(parse(reading, about), Date.now());
  },

  turned(_about, { tab }) {
    if (tab?.id !== undefined) tellChange({ of: "tab", tabId: tab.id });
    return Promise.resolve();
  },

  async openPerson(about, sender) {
    const { tab } = sender;
    const session = sessionOf(sender);
    const { alias, beside, viewer: shownTo } = parse(askedCard, about);
    // Nobody can have asked for it in a tab that is not in front.
    if (tab?.active === false) return;
    const history = await historyShownTo(shownTo, session);
    const database = await databaseShownTo(shownTo, session);
    const [person] = database && alias ? await peopleByAliases(database, [[alias]]) : [];
    // Our pages may show another account's history at the moment.
    const isShown = (await currentHistory())?.name === history?.name;
    if (history !== undefined && person !== undefined && !isShown) {
      await showHistory(history.name);
      // The number on the icon is of the history that is shown.
      remind().catch(console.error);
    }
    const isBeside = beside === true && (await isOpenForClick());
    await openPerson({ id: person?.id, windowId: tab?.windowId, isBeside }, Date.now());
  },
};
