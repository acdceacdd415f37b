/**
 * A whole network as every place says it: lists, counts, changes, the call, the notification, exports. Everything here is made by the product's own code,
 * but for `truth`, which is reckoned from what the test invented alone.
 */
import "./extension-of-the-tests.ts";
import Papa from "papaparse";
import { changeCounts, changesOf, newestFirst } from "../../src/domain/changes/seen-changes.ts";
import type { ChangeFact } from "../../src/domain/changes/seen-changes.ts";
import { rowOfDay } from "../../src/domain/directory/directory.ts";
import { directoryRow } from "../../src/domain/directory/directory-row.ts";
import { exportedPerson } from "../../src/domain/directory/exported-person.ts";
import { fitting } from "../../src/domain/directory/people-table.ts";
import { personCard } from "../../src/domain/directory/person-card.ts";
import type { PersonRecord } from "../../src/domain/directory/person-record.ts";
import type { SentMessage } from "../../src/domain/person/sent-message.ts";
import { compareInteractions } from "../../src/domain/interactions/history.ts";
import { readyRow } from "../../src/domain/directory/ready-row.ts";
import { due, remindersOf } from "../../src/domain/directory/reminders.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { networkCounted } from "../../src/domain/network/network.ts";
import { networkMap } from "../../src/domain/network/network-map.ts";
import type { Choices, ReminderDate } from "../../src/domain/person/person.ts";
import { compareRules, type KeptRule } from "../../src/domain/records/rule.ts";
import { ownCompanies } from "../../src/domain/suggestions/own-companies.ts";
import { overdueList } from "../../src/domain/suggestions/overdue.ts";
import { type ReplyCount, replyCounts } from "../../src/domain/suggestions/replies.ts";
import { suggestions } from "../../src/domain/suggestions/suggestions.ts";
import { beginningOfDay, tieOfDay } from "../../src/domain/suggestions/tie-of-day.ts";
import type { Band } from "../../src/domain/tie/band.ts";
import { BANDS } from "../../src/domain/tie/band.ts";
import { archiveEnd, type Coverage } from "../../src/domain/tie/coverage.ts";
import { openRows } from "../../src/domain/week/open-rows.ts";
import { recordOf } from "../../src/storage/view/record-of.ts";
import { peopleCsv } from "../../src/exchange/people/people-csv.ts";
import { changeText } from "../../src/dashboard/changes/change-words.ts";
import { type WeekCounts, weekProgress } from "../../src/popup/week/week-progress.ts";
import { glimpseText } from "../../src/words/glimpse-text.ts";
import { text } from "../../src/words/text.ts";
import { NOW } from "../domain/interactions/arbitrary-interactions.ts";
import { shown } from "../domain/interactions/facts.ts";
import { OWN_COMPANY, trueExchanges } from "./said-view.ts";

/** Somebody as a test invents them. */
export interface InventedPerson {
  readonly facts: readonly Interaction[];
  readonly choices: Choices;
  /** The company and title before and now, and how many days ago the new one was first shown. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly moved: number;
  /** Messages to the person because of a suggestion, oldest first. */
  readonly sent?: readonly SentMessage[];
}

/** One person as the places say. */
export interface PersonSaid {
  readonly id: string;
  readonly truth: {
    /** Nothing may call attention to the person: the user said so of the person or by a rule, snoozed them, or they passed away. */
    readonly leftAlone: boolean;
    /** A rule says never, and nothing about the person comes before it. */
    readonly ruledOut: boolean;
    /** Nothing keeps the person away for good. */
    readonly isSuggestible: boolean;
    readonly exchanges: readonly Interaction[];
    readonly connected: { readonly from: number; readonly to: number } | undefined;
    readonly cadenceDays: number | undefined;
    readonly reminders: readonly ReminderDate[];
    readonly sent: readonly SentMessage[];
  };
  /** The id of the date that the person is due by. */
  readonly dueDate: string | undefined;
  /** The band in each place that shows one; absent where the person is not shown. */
  readonly bands: Readonly<Record<string, Band | undefined>>;
  /** The places that call attention to the person. */
  readonly lists: Readonly<Record<string, boolean>>;
  /** Filtered as never to be suggested. */
  readonly isInMuted: boolean;
  readonly changes: readonly {
    readonly fact: ChangeFact;
    readonly at: number;
    readonly words: string;
  }[];
  /** The row of the table file, by column. */
  readonly file: Readonly<Record<string, string>>;
  readonly badge: string;
}

/** Everything that is said. */
export interface NetworkSaid {
  readonly now: number;
  readonly coverage: Coverage;
  readonly people: readonly PersonSaid[];
  readonly overdue: Readonly<Record<string, number>>;
  readonly bandCounts: Readonly<Record<string, Readonly<Record<Band, number>>>>;
  readonly changeCounts: { readonly said: number; readonly listed: number };
  readonly data: { readonly people: number; readonly interactions: number };
  readonly network: { readonly people: number; readonly onMap: number; readonly undated: number };
  readonly due: { readonly count: number; readonly words: string };
  readonly replyCounts: readonly ReplyCount[];
  readonly goal: WeekCounts & { readonly words: string };
  readonly call: { readonly names: readonly string[]; readonly words: string };
  readonly sentences: readonly string[];
}

const RULED_OUT = ({ about, says }: KeptRule, company: string, tags: readonly string[]): boolean =>
  says.what === "never" &&
  (about.of === "company" ? about.name === company : tags.includes(about.name));

function recordOfInvented(
  { facts, choices, before, after, moved, sent }: InventedPerson,
  id: string,
  rules: readonly KeptRule[],
): PersonRecord {
  const career = [
    shown(2000, moved + 10, { company: before[0] ?? "", title: before[1] ?? "" }),
    shown(moved, 0, { company: after[0] ?? "", title: after[1] ?? "" }),
  ];
  return recordOf(
    {
      subject: `slug:${id}`,
      aliases: [`slug:${id}`],
      names: [],
      name: { value: `Name ${id}`, at: NOW },
      career,
      choices,
      interactions: facts.toSorted(compareInteractions),
      removed: [],
      visits: [],
      ...(sent && { sent }),
    },
    id,
    rules,
  );
}

const emptyCounts = (): Record<Band, number> =>
  Object.fromEntries(BANDS.map((band) => [band, 0])) as Record<Band, number>;

function counted(bands: Iterable<Band | undefined>): Record<Band, number> {
  const counts = emptyCounts();
  for (const band of bands) if (band !== undefined) counts[band] += 1;
  return counts;
}

/** What is said of these people, under these rules. */
export async function networkSaid(
  invented: readonly InventedPerson[],
  written: readonly KeptRule[],
  coverage: Coverage,
  now: number,
  { goal, done = 0 }: { readonly goal?: number; readonly done?: number } = {},
): Promise<NetworkSaid> {
  const rules = written.toSorted(compareRules);
  const records = invented.map((one, place) => recordOfInvented(one, `p${place}`, rules));
  const today = beginningOfDay(now);
  const rows = records.map(directoryRow);
  const ties = rows.map(({ person }) => tieOfDay(person, coverage, now));
  const days = rows.map((row, place) => rowOfDay(row, ties[place]!, now));
  const candidates = rows.map(({ person }) => person);
  const week = suggestions(
    candidates,
    {
      perWeek: 5,
      rotationDays: 90,
      ownCompanies: ownCompanies([{ kind: "company", name: OWN_COMPANY, from: 0 }]),
      coverage,
    },
    now,
  );
  const isDue = due(remindersOf(records), coverage, now);
  const changes = newestFirst(
    candidates.flatMap((person, place) => changesOf(person, () => ties[place]!, coverage, today)),
  );
  const living = candidates.filter(({ deceased }) => !deceased);
  const steps = networkCounted(living, coverage, now);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const network = step.value;
  const map = networkMap(days);
  const exported = records.map((record) =>
    exportedPerson(record, { mutualNamed: [], interactions: [] }, coverage, now),
  );
  let file = "";
  for await (const piece of peopleCsv(
    (async function* parts() {
      yield exported;
    })(),
    { isOwnIncluded: true },
  ))
    file += piece;
  const table = Papa.parse<Record<string, string>>(file.replace(/^\uFEFF/, "").trimEnd(), {
    header: true,
  }).data;
  const rowNamed = (id: string) => {
    const place = records.findIndex((one) => one.id === id);
    return readyRow(rows[place]!, ties[place]!, []);
  };
  const open = openRows({
    due: isDue.map(({ id, due: by }) => ({
      ...rowNamed(id),
      dueBy: by.by,
      dueAt: by.at,
      chosen: {},
    })) as never,
    reconnect: week.reconnect.map(({ id }) => rowNamed(id)) as never,
    neverTalked: week.neverTalked.map(({ id }) => rowNamed(id)) as never,
  });
  const isIn = (list: readonly { readonly id: string }[], id: string): boolean =>
    list.some((one) => one.id === id);
  const overdueOnes = days.filter((one) => one.isOverdue);
  const kept = overdueList(
    overdueOnes.map(({ id }) => ({ id, subject: `slug:${id}`, worth: 1 })),
    now,
  );
  const ofCondition = (of: "overdue" | "muted") =>
    days.filter(fitting({ text: "", conditions: [{ of }], by: "name", descending: false }));
  const dueWords = text("notificationDue", { count: isDue.length });
  const callWords = text("notificationWeek", { count: open.length });
  const people = records.map((record, place): PersonSaid => {
    const { choices, after, facts, sent = [] } = invented[place]!;
    const company = after[0] ?? "";
    const ruledOut =
      choices.muted?.value === undefined &&
      rules.some((rule) => RULED_OUT(rule, company, choices.tags ?? []));
    const isKeptAway =
      choices.muted?.value === true ||
      choices.neverTrack?.value === true ||
      choices.deceased?.value === true ||
      ruledOut;
    const badge = glimpseText(
      record.aliases[0]!,
      { aliases: record.aliases, at: now },
      record,
      coverage,
      now,
    );
    const card = personCard(
      record,
      { interactions: facts, removed: [], visits: [] },
      coverage,
      0,
      now,
    );
    const onMap = map.ids.indexOf(record.id);
    const cadences = rules.filter(
      ({ about, says }) =>
        says.what === "cadence" &&
        (about.of === "company"
          ? about.name === company
          : (choices.tags ?? []).includes(about.name)),
    );
    const [ruledCadence] = cadences;
    return {
      id: record.id,
      truth: {
        leftAlone: isKeptAway || (choices.snoozedUntil?.value ?? -Infinity) > now,
        ruledOut,
        isSuggestible: !isKeptAway,
        exchanges: trueExchanges(facts),
        connected: facts.find(({ kind }) => kind === "connected"),
        cadenceDays:
          choices.cadenceDays?.value ??
          (ruledCadence?.says.what === "cadence" ? ruledCadence.says.days : undefined),
        reminders: choices.reminders ?? [],
        sent,
      },
      dueDate: isDue.flatMap(({ id, due: by }) =>
        id === record.id && by.by === "date" ? [by.reminder] : [],
      )[0],
      bands: {
        badge: badge.band,
        card: card.tie.band,
        table: days[place]?.band,
        file: table[place]?.["band"] as Band,
        ...(onMap >= 0 && { map: BANDS[Number(map.bands[onMap])] }),
      },
      lists: {
        reconnect: isIn(week.reconnect, record.id),
        neverTalked: isIn(week.neverTalked, record.id),
        overdue: isIn(ofCondition("overdue"), record.id),
        due: isIn(isDue, record.id),
        call: isIn(open, record.id),
        changes: isIn(changes, record.id),
      },
      isInMuted: isIn(ofCondition("muted"), record.id),
      changes: changes
        .filter(({ id }) => id === record.id)
        .map(({ fact, at }) => ({ fact, at, words: changeText(fact, now) })),
      file: table[place] ?? {},
      badge: badge.full,
    };
  });
  const { counts } = network;
  const messagesEnd = archiveEnd(coverage);
  // The user wrote to the first of those suggested.
  const lived = {
    goal: goal ?? week.reconnect.length,
    done: Math.min(done, week.reconnect.length + week.neverTalked.length),
    open: Math.max(0, week.reconnect.length - done),
  };
  return {
    now,
    coverage,
    people,
    overdue: {
      popup: kept.count,
      table: ofCondition("overdue").length,
      network: network.overdue,
      file: table.filter(({ overdue }) => overdue === "yes").length,
      ...("overdue" in network.meaning && { balance: network.meaning.overdue }),
    },
    bandCounts: {
      network: counts,
      table: counted(
        days
          .filter((_, place) => {
            const { summary, howMet, inTouchElsewhereAt: elsewhere, deceased } = candidates[place]!;
            const isTie =
              summary.connected !== undefined ||
              summary.last !== undefined ||
              howMet !== undefined ||
              elsewhere !== undefined;
            return !deceased && isTie;
          })
          .map(({ band }) => band),
      ),
    },
    changeCounts: {
      said: Object.values(changeCounts(changes)).reduce((sum, one) => sum + one, 0),
      listed: changes.length,
    },
    data: {
      people: records.length,
      interactions: records.reduce((sum, { summary }) => sum + summary.interactions, 0),
    },
    network: { people: network.people, onMap: map.ids.length, undated: network.undated },
    due: { count: isDue.length, words: dueWords },
    replyCounts: replyCounts(
      records.flatMap((record) => record.sent ?? []),
      messagesEnd === undefined ? undefined : Math.min(messagesEnd, now),
    ),
    goal: { ...lived, words: Object.values(weekProgress(lived)).join(" ") },
    call: { names: open.map(({ name }) => name), words: callWords },
    sentences: [
      ...people.flatMap(({ changes: all }) => all.map(({ words }) => words)),
      ...people.map(({ badge }) => badge),
      ...(isDue.length > 0 ? [dueWords] : []),
      ...(open.length > 0 ? [callWords] : []),
      text("footOverdue", { count: kept.count }),
      text("footChanges", { count: changes.length }),
    ],
  };
}
