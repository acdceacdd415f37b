/**
 * The protocol: everything that may be asked of the background, and by whom.
 *
 * Two interfaces. The script on the site may ask only about the people on the screen and may only add what was seen. Our own
 * pages may ask everything. The background decides by the sender which of the two it answers; what the message claims to be
 * plays no part. Every question is one message with one answer: no ports, so a background that was put to sleep in between
 * loses nothing but time. Questions that write are safe to repeat, because what they write has natural keys.
 */
import { browser } from "./browser.ts";
import type { Backtest } from "./domain/backtest.ts";
import type { Balance } from "./domain/balance.ts";
import type { Band } from "./domain/band.ts";
import type { Coverage } from "./domain/coverage.ts";
import type { PeopleAsked, PeopleFound, PeopleOrder } from "./domain/directory.ts";
import type { ExportedPerson, ExportHead } from "./domain/exported-history.ts";
import type { ImportQuestions } from "./import-questions.ts";
import type { Direction } from "./domain/interaction.ts";
import type { TakenApart } from "./domain/merge.ts";
import type { Outdated } from "./domain/outdated.ts";
import type { Alias, Choices, PersonId } from "./domain/person.ts";
import type { PersonCard, PersonDetails } from "./domain/person-card.ts";
import type { ReadyRow } from "./domain/ready-list.ts";
import type { Unread } from "./domain/reader-health.ts";
import type { PersonSeen, Sighting } from "./domain/sighting.ts";
import type { DueRow, SuggestedRow, Week } from "./domain/week.ts";

export type { PeopleAsked, PeopleFound, PeopleOrder, PersonDetails, DueRow, SuggestedRow, Week };

/** The member signed in on the page, as far as the page says so. */
export interface Viewer {
  /** At least one. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
}

/** What one badge shows, in words. The alias is one that was asked, never more. */
export interface Glimpse {
  /** The first alias of the person as asked: the key the asker finds its badge by. */
  readonly alias: Alias;
  readonly band: Band;
  /** "Messaged 3 months ago". */
  readonly words: string;
  /** "3 mo", for dense lists. */
  readonly compact: string;
  /** The band's name. */
  readonly bandName: string;
  /** All of it, with the name as asked, for screen readers and as a tooltip. */
  readonly label: string;
}

/** One interaction in words, on the card. */
export interface CardRow {
  /** Its natural key. */
  readonly key: string;
  readonly direction: Direction;
  readonly what: string;
  readonly date: string;
  /** ISO 8601. */
  readonly dateTime: string;
  /** Day and time, where both are known. */
  readonly moment?: string;
  /** The user's own words about it. */
  readonly note?: string;
  readonly source: string;
}

/** The person's card in words. */
export interface CardText {
  readonly name: string;
  readonly band: Band;
  readonly bandName: string;
  readonly last: string;
  readonly reason: string;
  /** "67 interactions"; absent without any. */
  readonly heading?: string;
  /** Newest first. */
  readonly rows: readonly CardRow[];
  /** "Show 47 earlier ones"; absent when all are shown. */
  readonly earlier?: string;
  /** Visits, and what can be known at all. */
  readonly foot: readonly string[];
  /** What the buttons say. */
  readonly close: string;
  readonly wrong: string;
}

/** Style sheets as text, one for each kind of shadow root on the site. */
export interface SiteStyles {
  readonly badge: string;
  readonly card: string;
}

/** What the script on the site may ask. */
export interface SiteQuestions {
  /** What badges and cards look like; the same as long as this version of the extension runs. */
  styles(): SiteStyles;
  /** How things stand with these people, in the order asked; people nothing is known of have a tie of band `not-talked` or `unknown`. At most 200. */
  glimpses(asked: {
    people: readonly PersonSeen[];
    viewer: Viewer | undefined;
  }): readonly Glimpse[];
  /**
   * Whom names alone stand for, where the site shows nothing else: for each name that exactly one person of the history has, an alias
   * of that person. At most 200 names.
   */
  peopleNamed(asked: {
    names: readonly string[];
    viewer: Viewer | undefined;
  }): readonly { readonly name: string; readonly alias: Alias }[];
  /** The card of one person on the screen, after the user asked for it. */
  siteCard(asked: { alias: Alias; viewer: Viewer | undefined }): CardText | undefined;
  /**
   * Remembers what was seen. Answers the ids that are on disk: those need not be sent again. Nothing is remembered, and
   * nothing acknowledged, while it is not certain whose history this is.
   */
  record(noticed: {
    viewer: Viewer | undefined;
    sightings: readonly NoticedSighting[];
  }): readonly string[];
  /** The member whose history is certain to be in use; `undefined` while that is not certain. */
  certainViewer(): Viewer | undefined;
  /** The page says for certain who is signed in: from now on that member's history is in use. Answers all the member is known by. */
  signedIn(viewer: Viewer): Viewer | undefined;
  /** The page says that nobody is signed in: from now on nobody is assumed to be. */
  signedOut(): void;
  /** How many people were recognised on a surface that should show some; with none, what the page is built of (no text). */
  reportReading(reading: { surface: string; found: number; structure?: string }): void;
  /** Opens everything about one person of the screen in a tab of our own, after the user asked for it. */
  openPerson(asked: { alias: Alias; viewer: Viewer | undefined }): void;
  /** Opens one of our own pages in a tab, after the user asked for it. */
  openPage(page: "dashboard" | "welcome"): void;
}

/** A sighting with an id of its own, so that it can wait, be sent again and be acknowledged. */
export interface NoticedSighting {
  readonly id: string;
  readonly sighting: Sighting;
}

/** What the popup shows first. */
export interface Overview {
  readonly owner: { readonly name?: string } | undefined;
  readonly people: number;
  readonly interactions: number;
  /** People going stale, most worth reconnecting first; at most 100. */
  readonly stale: readonly ReadyRow[];
  readonly staleCount: number;
  readonly coverage: Coverage;
  /** The list does not hold any more: ask `renewLists`, then again. */
  readonly outdated?: Outdated;
  /** Why the history cannot be shown, where it cannot. */
  readonly trouble?: Trouble;
}

/** What stands between the user and the history, as a code that the pages put in words. */
export type Trouble =
  /** The browser does not let extensions keep a database (permanent private browsing). */
  | { readonly code: "no-database" }
  /** The database opened empty or smaller than the witness remembers. */
  | { readonly code: "damaged"; readonly peopleBefore: number; readonly peopleNow: number }
  /** The database does not open at all. */
  | { readonly code: "unreadable"; readonly detail: string }
  /** The disk, or the share of it the browser gives, is full. */
  | { readonly code: "full" };

/** What our own pages may ask. */
export interface PageQuestions extends ImportQuestions<Trouble> {
  overview(): Overview;
  /** Surfaces of the site that could not be read of late, longest first, with what their pages are built of. */
  readerReport(): readonly UnreadSurface[];
  /** The card of one person with at most so many interactions. */
  personCard(asked: { id: PersonId; atMost: number }): PersonCard | undefined;
  /** Keeps the user's choices about a person; each later one replaces an earlier one. */
  choose(asked: { id: PersonId; choices: Choices }): void;
  /** The user knows that the history is damaged and goes on with what is left. */
  acceptDamage(): void;
  /** The head of an export of the history in use; `undefined` when there is none. */
  exportHead(): ExportHead | undefined;
  /** The next people of an export, in a fixed order, after the given place; the last part has no `next`. */
  exportPeople(asked: { after: string | undefined; atMost: number }): ExportedPart;
  /** Makes the history of this owner the one in use and adds what the export covers. People follow with `restorePeople`. */
  restoreHead(head: ExportHead): void;
  /** Adds people of an export to the history in use. Safe to repeat. Answers how much the history holds now. */
  restorePeople(people: readonly ExportedPerson[]): {
    readonly people: number;
    readonly interactions: number;
  };
  /** Whom to write to this week. From a list kept ready, so that the popup shows it at once; the same all week but for what was done. */
  week(): Week;
  /**
   * Marks a suggestion as done, or takes that back. Who is done stays in the week's list, ticked, and is not suggested again for
   * the 90 days of the rotation.
   */
  markDone(asked: { id: PersonId; done: boolean }): void;
  /** A part of the list of people that fit, in the order asked for, and how many fit in all. Asked at every keystroke. */
  people(asked: PeopleAsked): PeopleFound;
  /** The network as a whole, now and over the years. */
  balance(): Balance;
  /**
   * How well the ranking would have found whom the user talked to again, on their own past, beside simpler rankings; or why nothing can
   * be said. Reads the whole history: ask when the user wants to see it, and show that it takes seconds with tens of thousands of people.
   */
  backtest(): Backtest;
  /** What only our own pages show of a person: the user's words and wishes, and every alias. */
  personDetails(asked: { id: PersonId }): PersonDetails | undefined;
  /**
   * Makes the lists of the popup anew if they are of another day, or changed by more than a few people. `overview` and `week` answer
   * with what was kept, at once, and say so (`outdated`); ask them again after this.
   */
  renewLists(): void;
  /** The user says that two are one. `id` stays; everything of both is kept, and `takeApart` undoes it. */
  mergePeople(asked: { id: PersonId; other: PersonId }): void;
  /**
   * Undoes a merge (see `PersonDetails.merges`): interactions, visits, notes and choices go back to where they were; what was
   * recorded since goes to the one by whose alias it was seen; what the user chose or wrote down since stays with `kept`. A page
   * that shows both together does not merge them again; `mergePeople` does.
   */
  takeApart(asked: { id: PersonId; merge: string }): TakenApart;
  /** The user says that an interaction never was (its key: `interactionKey`). It stays away when it is seen again, coarse or fine. */
  deleteInteraction(asked: { id: PersonId; key: string }): void;
  /** Takes a deletion back: what was deleted is there again. */
  restoreInteraction(asked: { id: PersonId; key: string }): void;
  /** The user writes down what happened. Answers the key by which it can be deleted. Adding it again changes nothing. */
  addInteraction(asked: { id: PersonId; interaction: HandWritten }): string;
  /**
   * Forgets a person for good. Only salted hashes of the aliases stay, so that no page, import or restored file brings the person
   * back. There is no undo but `liftErasures`, and that brings nothing back by itself.
   */
  erase(asked: { id: PersonId }): void;
  /** How many people were erased. */
  erasedCount(): number;
  /** Forgets whom the user had erased: from now on they may be met again. */
  liftErasures(): void;
  /** Whether anything more is recorded of a person. What is there stays. */
  neverTrack(asked: { id: PersonId; on: boolean }): void;
  /** All histories in this browser, one for each account. */
  histories(): readonly KeptHistory[];
  /** Shows this history in our own pages. What pages of the site show still goes to whoever is signed in there. */
  showHistory(asked: { name: string }): void;
}

/** An interaction the user writes down. */
export interface HandWritten {
  readonly kind: "meeting" | "call" | "email" | "other";
  readonly direction: Direction;
  /** The day or the moment, as exactly as the user says (ms). */
  readonly from: number;
  readonly to: number;
  /** The user's own words about it; at most 500 characters. */
  readonly words?: string;
}

/** One history of this browser. */
export interface KeptHistory {
  readonly name: string;
  readonly owner: { readonly name?: string };
  /** Our own pages show this one. */
  readonly shown: boolean;
  /** A page said for certain that this member is signed in. */
  readonly signedIn: boolean;
}

/** A part of an export. Parts keep messages far below the size browsers allow. */
export interface ExportedPart {
  readonly people: readonly ExportedPerson[];
  /** Where the next part begins. */
  readonly next?: string;
}

/** A surface of the site that could not be read of late. */
export interface UnreadSurface extends Unread {
  /** What the page is built of, for a report the user may copy: elements and roles, nothing anybody wrote. */
  readonly structure: string;
}

/** A question as it travels. */
interface Message {
  readonly ask: string;
  readonly about: unknown;
}

/** An answer as it travels; `refused` carries the code of a {@link Refusal}. */
export type Reply =
  // An answer of `undefined` does not survive the journey as a property, so that there is one is said apart.
  | { readonly answered: true; readonly answer: unknown }
  | { readonly refused: string; readonly detail?: string };

/** The background understood the question and said no. The pages put the code in words. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, detail?: string) {
    super(detail ?? code);
    this.name = "Refusal";
    this.code = code;
  }
}

/** The extension was updated or removed while this script lived on; nobody will answer it any more. */
export class Orphaned extends Error {}

/** The questions of `Q`, each answered in its own time. */
export type Asked<Q> = {
  readonly [Name in keyof Q]: Q[Name] extends (...about: infer About) => infer Answer
    ? (...about: About) => Promise<Awaited<Answer>>
    : never;
};

/** Milliseconds to wait before each further try; a background that was ended starts again within the first two. */
const RETRY_AFTER_MS = [50, 200, 500, 1000, 2000];

const isReply = (value: unknown): value is Reply =>
  typeof value === "object" && value !== null && ("answered" in value || "refused" in value);

async function askBackground(message: Message): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    if (!browser.runtime?.id) throw new Orphaned("The extension is gone");
    try {
      const reply: unknown = await browser.runtime.sendMessage(message);
      if (isReply(reply)) {
        if ("refused" in reply) throw new Refusal(reply.refused, reply.detail);
        return reply.answer;
      }
      throw new Error("No answer");
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const wait = RETRY_AFTER_MS[attempt];
      if (wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/**
 * The questions of one interface as functions to call. A question is repeated while the background does not answer (it may
 * have been ended between two events); a refusal is not.
 */
function questions<Q>(): Asked<Q> {
  return new Proxy({} as Asked<Q>, {
    get: (_target, ask) => (about: unknown) => askBackground({ ask: String(ask), about }),
  });
}

/** What the script on the site asks with. */
export const askFromSite = questions<SiteQuestions>();

/** What our own pages ask with. */
export const askFromPage = questions<PageQuestions>();

/** The question in a message from outside, or `undefined` when it is none. */
export function questionIn(value: unknown): Message | undefined {
  if (
    typeof value !== "object" ||
    value === null ||
    !("ask" in value) ||
    typeof value.ask !== "string"
  )
    return undefined;
  return { ask: value.ask, about: "about" in value ? value.about : undefined };
}
