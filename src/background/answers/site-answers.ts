/**
 * What the script on the site is answered. A page's process may be taken over, so every argument is checked, and no answer names
 * anybody who was not asked about.
 */
import browser, { type Runtime } from "webextension-polyfill";
import { parse } from "valibot";
import { askForPerson } from "../../protocol/asked-person.ts";
import { siteStyles } from "../../components/styles/site-styles.ts";
import type { Coverage } from "../../domain/tie/coverage.ts";
import { mayFollow } from "../../domain/person/owner.ts";
import { isStranger } from "../../domain/directory/stranger.ts";
import type { Glimpse, SiteQuestions, Viewer } from "../../protocol/site-questions.ts";
import { Refusal } from "../../protocol/transport.ts";
import { isPaused, pause } from "../../settings/pause.ts";
import { mode } from "../../settings/mode.ts";
import { STRANGERS } from "../../settings/switches.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { peopleNamed } from "../../storage/answers/people-named.ts";
import { record } from "../../storage/records/record.ts";
import { storedCoverage } from "../../storage/view/about.ts";
import { peopleByAliases } from "../../storage/view/people.ts";
import { glimpseText } from "../../words/glimpse-text.ts";
import {
  currentHistory,
  forgetViewer,
  historyNoticedBy,
  historyOf,
  historyShownTo,
  showHistory,
  viewerOf,
} from "../histories/histories.ts";
import { historyDatabase, witnessed } from "../histories/open-histories.ts";
import { personOpener } from "../browser/person-opener.ts";
import { openPersonWindow } from "../browser/person-window.ts";
import {
  askedCard,
  askedGlimpses,
  askedNames,
  noticed,
  reading,
} from "../questions/questions-checked.ts";
import { readingReported } from "../browser/reader-report.ts";
import { signedInSaid } from "../questions/site-forms.ts";

const NO_COVERAGE: Coverage = { archives: [] };

/**
 * The database to show beside people on a page; `undefined` while there is no history.
 *
 * @throws Refusal when there is one that cannot be read: nobody may be shown as never talked to because of that
 */
async function databaseShownTo(shownTo: Viewer | undefined): Promise<HistoryDatabase | undefined> {
  const history = await historyShownTo(shownTo);
  if (history === undefined) return undefined;
  const { database, trouble } = await historyDatabase(history.name);
  if (trouble !== undefined) throw new Refusal(trouble.code);
  return database;
}

const openPerson = personOpener({
  note: askForPerson,
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
  styles: () => Promise.resolve(siteStyles),

  async glimpses(about) {
    const { people, viewer: shownTo } = parse(askedGlimpses, about);
    const now = Date.now();
    const database = await databaseShownTo(shownTo);
    const coverage = database ? await storedCoverage(database) : NO_COVERAGE;
    const found = database
      ? await peopleByAliases(
          database,
          people.map(({ aliases }) => aliases),
        )
      : [];
    const everybody = await STRANGERS.isOn();
    return people.flatMap((seen, index): readonly Glimpse[] => {
      const [alias] = seen.aliases;
      const person = found[index];
      const isShown = everybody || (person !== undefined && !isStranger(person));
      return alias === undefined || !isShown
        ? []
        : [glimpseText(alias, seen, person, coverage, now)];
    });
  },

  async peopleNamed(about) {
    const { names, viewer: shownTo } = parse(askedNames, about);
    const database = await databaseShownTo(shownTo);
    return database ? peopleNamed(database, names, Date.now()) : [];
  },

  async record(about) {
    const { viewer: noticedBy, sightings } = parse(noticed, about);
    const chosen = await mode();
    const isOff = chosen === undefined || chosen === "archive";
    if (isOff || isPaused(await pause(), Date.now())) return sightings.map(({ id }) => id);
    const history = await historyNoticedBy(noticedBy);
    if (history === undefined) return [];
    const { database } = await historyDatabase(history.name);
    if (database === undefined) return [];
    await record(
      database,
      sightings.map(({ sighting }) => sighting),
      Date.now(),
    );
    await witnessed(history.name, database);
    return sightings.map(({ id }) => id);
  },

  async certainViewer() {
    const history = await historyOf(undefined);
    return history && viewerOf(history);
  },

  async signedIn(about) {
    const chosen = await mode();
    if (chosen !== "badges" && chosen !== "popup") return undefined;
    const { kinds, ...member } = parse(signedInSaid, about);
    const known = await historyOf(undefined);
    if (!mayFollow(known?.aliases ?? [], member.aliases, kinds)) return undefined;
    const history = await historyOf(member);
    return history && viewerOf(history);
  },

  async signedOut() {
    await forgetViewer();
  },

  async reportReading(about) {
    await readingReported(parse(reading, about), Date.now());
  },

  async openPerson(about, { tab }) {
    const { alias, viewer: shownTo } = parse(askedCard, about);
    const history = await historyShownTo(shownTo);
    const database = await databaseShownTo(shownTo);
    const [person] = database ? await peopleByAliases(database, [[alias]]) : [];
    // Our pages may show another account's history at the moment.
    const isShown = (await currentHistory())?.name === history?.name;
    if (history !== undefined && person !== undefined && !isShown) await showHistory(history.name);
    await openPerson(person?.id, tab?.windowId, Date.now());
  },
};
