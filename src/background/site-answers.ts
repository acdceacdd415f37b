/**
 * What the script on the site is answered. A page's process may be taken over, so every argument is checked, and no answer names
 * anybody who was not asked about.
 */
import browser from "webextension-polyfill";
import { parse } from "valibot";
import { siteStyles } from "../components/site-styles.ts";
import { shownName } from "../domain/corrected.ts";
import type { Coverage } from "../domain/coverage.ts";
import { circumstances } from "../domain/circumstances.ts";
import { tie } from "../domain/tie.ts";
import { tieSummary } from "../domain/tie-summary.ts";
import { type Glimpse, Refusal, type SiteQuestions, type Viewer } from "../messages.ts";
import { personAddress } from "../person-address.ts";
import { isPaused, mode, pause } from "../settings.ts";
import { storedCoverage } from "../storage/about.ts";
import type { HistoryDatabase } from "../storage/database.ts";
import { onlyPeopleNamed } from "../storage/only-people-named.ts";
import { storedPersonCard } from "../storage/person-card.ts";
import { peopleByAliases } from "../storage/people.ts";
import { record } from "../storage/record.ts";
import { attribute } from "../storage/waiting.ts";
import { nameInSentence } from "../words/name-text.ts";
import { personCardText } from "../words/person-card-text.ts";
import { text } from "../words/text.ts";
import { bandText, lastContactCompact, lastContactText } from "../words/tie-words.ts";
import {
  currentHistory,
  forgetViewer,
  historyNoticedBy,
  historyOf,
  historyShownTo,
  showHistory,
  viewerOf,
} from "./histories.ts";
import { newId } from "./new-id.ts";
import { viewer } from "../exchange/forms.ts";
import { readingReported } from "./reader-report.ts";
import { historyDatabase, witnessed } from "./open-histories.ts";
import {
  askedCard,
  askedGlimpses,
  askedNames,
  askedPage,
  noticed,
  reading,
} from "./questions-checked.ts";

/** Interactions on the card beside a badge; the popup shows them all. */
const CARD_ROWS = 20;

const NOTHING = tieSummary([]);
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

/** The answers to {@link SiteQuestions}. */
export const siteAnswers: {
  readonly [Name in keyof SiteQuestions]: (
    about: unknown,
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
    return people.flatMap((seen, index): readonly Glimpse[] => {
      const [alias] = seen.aliases;
      if (alias === undefined) return [];
      const person = found[index];
      const known = tie(
        person?.summary ?? NOTHING,
        circumstances(person?.choices ?? {}, coverage),
        now,
      );
      const contact = {
        ...known,
        ...(person?.summary.connected && { connected: person.summary.connected }),
      };
      const bandName = bandText(known.band);
      const words = lastContactText(contact, now);
      const glimpse: Glimpse = {
        alias,
        band: known.band,
        words,
        compact: lastContactCompact(contact, now),
        bandName,
        label: text(
          "badgeLabel",
          nameInSentence(seen.name ?? (person && shownName(person)) ?? ""),
          bandName,
          words,
        ),
      };
      return [glimpse];
    });
  },

  async peopleNamed(about) {
    const { names, viewer: shownTo } = parse(askedNames, about);
    const database = await databaseShownTo(shownTo);
    return database ? onlyPeopleNamed(database, names, Date.now()) : [];
  },

  async siteCard(about) {
    const { alias, viewer: shownTo } = parse(askedCard, about);
    const database = await databaseShownTo(shownTo);
    if (!database) return undefined;
    const [person] = await peopleByAliases(database, [[alias]]);
    const now = Date.now();
    const card = person && (await storedPersonCard(database, person.id, CARD_ROWS, now));
    return card && personCardText(card, now);
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
    const said = sightings.map(({ sighting }) => sighting);
    await record(database, said, newId, Date.now());
    const authorships = said.flatMap((one) =>
      one.what === "author" ? [{ subject: one.subject, author: one.person }] : [],
    );
    await attribute(database, authorships, newId);
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
    const history = await historyOf(parse(viewer, about));
    return history && viewerOf(history);
  },

  async signedOut() {
    await forgetViewer();
  },

  async reportReading(about) {
    await readingReported(parse(reading, about), Date.now());
  },

  async openPerson(about) {
    const { alias, viewer: shownTo } = parse(askedCard, about);
    const history = await historyShownTo(shownTo);
    const database = await databaseShownTo(shownTo);
    const [person] = database ? await peopleByAliases(database, [[alias]]) : [];
    if (history === undefined || person === undefined) return;
    // Our pages may show another account's history at the moment.
    if ((await currentHistory())?.name !== history.name) await showHistory(history.name);
    await browser.tabs.create({ url: browser.runtime.getURL(personAddress(person.id)) });
  },

  async openPage(about) {
    const page = parse(askedPage, about);
    await browser.tabs.create({ url: browser.runtime.getURL(`src/${page}/index.html`) });
  },
};
