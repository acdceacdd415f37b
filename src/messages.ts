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
import type { Direction } from "./domain/interaction.ts";
import type { Made } from "./domain/made.ts";
import type { Outdated } from "./domain/outdated.ts";
import type { Alias, PersonId } from "./domain/person.ts";
import type { PersonCard, PersonDetails } from "./domain/person-card.ts";
import type { QuestionAnswer } from "./domain/projection/question.ts";
import type { PersonSubject } from "./domain/records/subject.ts";
import type { ExchangeQuestions } from "./exchange-questions.ts";
import type { ImportQuestions } from "./import-questions.ts";
import type { ReadyRow } from "./domain/ready-row.ts";
import type { Unread } from "./domain/reader-health.ts";
import type { PersonSeen, Sighting } from "./domain/sighting.ts";
import type { DueRow, SuggestedRow, Week } from "./domain/week.ts";

export type { PeopleAsked, PeopleFound, PeopleOrder, DueRow, SuggestedRow, Week };

/** The member signed in on the page, as far as the page says so. */
export interface Viewer {
  /** At least one. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
}

/** What one badge and its glance card show, in words; nothing the user wrote, and no name. The alias is one that was asked, never more. */
export interface Glimpse {
  /** The first alias of the person as asked: the key the asker finds its badge by. */
  readonly alias: Alias;
  readonly band: Band;
  /** "They wrote 3 months ago", for the badge on a profile; where that is too long band and time: "Fading · 3 mo". */
  readonly full: string;
  /** "3 mo", for dense lists. */
  readonly compact: string;
  /** The band's name. */
  readonly bandName: string;
  /** Band and last contact with the name as asked, for screen readers. */
  readonly label: string;
  /** Sentences of the glance card: last exchange, rhythm, next reminder, whether there is a note. At least one. */
  readonly glance: readonly string[];
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
  /** Of words that only screen readers meet. */
  readonly spoken: string;
  readonly glance: string;
}

/** What the script on the site may ask. */
export interface SiteQuestions {
  /** What badges and the glance card look like; the same as long as this version of the extension runs. */
  styles(): SiteStyles;
  /**
   * How things stand with these people, in the order asked. Strangers are left out, unless the user wants a badge beside everybody: then
   * their tie has the band `not-talked` or `unknown`. At most 200 people.
   */
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
  /**
   * Opens the toolbar popup on one person of the screen, after the user asked for it; a small window where the browser refuses. Nothing
   * happens while another one is being opened, or within a second of it.
   */
  openPerson(asked: { alias: Alias; viewer: Viewer | undefined }): void;
}

/** A sighting with an id of its own, so that it can wait, be sent again and be acknowledged. */
export interface NoticedSighting {
  readonly id: string;
  readonly sighting: Sighting;
}

/** What the popup shows first. */
export interface Overview {
  /** The name of the history; absent while there is none. */
  readonly history?: string;
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

/** One person in a question about several, as far as the user needs to tell them apart. */
export interface QuestionSide {
  /** As the question names the person. */
  readonly subject: PersonSubject;
  readonly id: PersonId;
  readonly name: string;
  /** What the person does, as last shown; empty where nothing says so. */
  readonly work: string;
  readonly interactions: number;
}

/** Two aliases that the user said are of one person. */
export interface MergedPair {
  readonly a: Alias;
  readonly b: Alias;
}

/**
 * What our own pages may ask of the history they show. A page names that history with each question (see `askFromPage`); a question
 * about another one is refused as `other-history`, and one about a person that the history does not know as `unknown-person`. Questions
 * that write are refused as `other-history` where no history is named.
 */
export interface HistoryQuestions {
  /** The card of one person with at most so many interactions. */
  personCard(asked: { id: PersonId; atMost: number }): PersonCard;
  /** What only our own pages show of a person, with everybody that the questions are about. */
  personDetails(asked: { id: PersonId }): PersonDetails & {
    readonly sides: readonly QuestionSide[];
  };
  /** Stores what the user says about a person; each later choice replaces an earlier one. */
  choose(asked: { id: PersonId; made: Made }): void;
  /** Whom to write to this week. From a list that is ready, so that the popup shows it at once; the same all week but for what was done. */
  week(): Week;
  /**
   * Marks a suggestion as done, or takes that back. A person who is done stays in the list of the week, ticked, and is not suggested again
   * for the 90 days of the rotation. Refused as `not-suggested` where the person is not in the week.
   */
  markDone(asked: { id: PersonId; done: boolean }): void;
  /** A part of the list of people that fit, in the order asked for, and how many fit in all. Asked at every keystroke. */
  people(asked: PeopleAsked): PeopleFound;
  /** The network as a whole, now and over the years. */
  balance(): Balance;
  /**
   * How well the ranking would have found the people the user talked to again, on their own past, beside simpler rankings; or why nothing
   * can be said. Reads the whole history: ask when the user wants to see it, and show that it takes seconds with tens of thousands of people.
   */
  backtest(): Backtest;
  /**
   * Makes the lists of the popup anew if they are of another day, or changed by more than a few people. `overview` and `week` answer
   * with what was stored, at once, and say so (`outdated`); ask them again after this.
   */
  renewLists(): void;
  /**
   * The user says that two are one. `undoMerge` takes that word back, `takeApart` says the opposite. No pair is answered where one of the
   * two is known by name only: then the name is said to be the other one's.
   */
  mergePeople(asked: { id: PersonId; other: PersonId }): MergedPair | undefined;
  /** Takes back the user's word that these two aliases are of one person. */
  undoMerge(asked: MergedPair): void;
  /**
   * The user says that some aliases of a person are somebody else: these leave. What was seen under an alias goes with it. Notes and
   * reminders stay with both, and the user is asked where each belongs. Refused as `no-such-alias` where one of them is not the
   * person's, or all are, or none is named.
   */
  takeApart(asked: { id: PersonId; apart: readonly Alias[] }): {
    readonly kept: PersonId;
    readonly apart: PersonId;
  };
  /** Stores the answer to a question (see `PersonDetails.questions`). */
  answerQuestion(asked: { answer: QuestionAnswer }): void;
  /** The user says that an interaction is not true (its key: `interactionKey`). It stays out when it is seen again, coarse or fine. */
  deleteInteraction(asked: { id: PersonId; key: string }): void;
  /** Takes a deletion back: what was deleted is there again. */
  restoreInteraction(asked: { id: PersonId; key: string }): void;
  /** The user logs what happened. Answers the key by which it can be deleted. Adding it again changes nothing. */
  addInteraction(asked: { id: PersonId; interaction: HandWritten }): string;
  /**
   * Deletes a person for good. Only keyed hashes of the aliases stay, so that no page, import or restored file brings the person
   * back. There is no undo but `liftErasures`, and that brings nothing back by itself.
   */
  erase(asked: { id: PersonId }): void;
  /** How many people were erased. */
  erasedCount(): number;
  /** Forgets which people were erased: from now on they may be met again. */
  liftErasures(): void;
}

/** What our own pages may ask. */
export interface PageQuestions
  extends HistoryQuestions, ImportQuestions<Trouble>, ExchangeQuestions {
  /** What the popup shows first, of the history that our pages show. From here on the page names that history. */
  overview(): Overview;
  /** Surfaces of the site that could not be read of late, longest first, with what their pages are built of. */
  readerReport(): readonly UnreadSurface[];
  /** The user knows that the history is damaged and goes on with what is left. */
  acceptDamage(): void;
  /** All histories in this browser, one for each account. */
  histories(): readonly KeptHistory[];
  /** Shows this history in our own pages. What pages of the site show still goes to the member who is signed in there. */
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

/** A surface of the site that could not be read of late. */
export interface UnreadSurface extends Unread {
  /** What the page is built of, for a report the user may copy: elements and roles, nothing anybody wrote. */
  readonly structure: string;
}

/** A question as it travels. */
export interface Message {
  readonly ask: string;
  readonly about: unknown;
  /** The name of the history that the asking page shows; absent before it knows one, and in questions of the site. */
  readonly history?: string;
}

/** An answer as it travels; `refused` carries the code of a {@link Refusal}. */
export type Reply =
  // An answer of `undefined` does not survive the journey as a property, so that there is one is said apart.
  | {
      readonly answered: true;
      readonly answer: unknown;
      /** The name of the history that the answer is of; absent where it is of none. */
      readonly history?: string;
    }
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

async function askBackground(
  message: Message,
): Promise<Extract<Reply, { readonly answered: true }>> {
  for (let attempt = 0; ; attempt++) {
    if (!browser.runtime?.id) throw new Orphaned("The extension is gone");
    try {
      const reply: unknown = await browser.runtime.sendMessage(message);
      if (isReply(reply)) {
        if ("refused" in reply) throw new Refusal(reply.refused, reply.detail);
        return reply;
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
function questions<Q>(asked: (ask: string, about: unknown) => Promise<unknown>): Asked<Q> {
  return new Proxy({} as Asked<Q>, {
    get: (_target, ask) => (about: unknown) => asked(String(ask), about),
  });
}

/** What the script on the site asks with. */
export const askFromSite = questions<SiteQuestions>(
  async (ask, about) => (await askBackground({ ask, about })).answer,
);

/** The questions after which a page shows another history. */
const SHOWS_ANOTHER: readonly string[] = [
  "overview",
  "showHistory",
] satisfies readonly (keyof PageQuestions)[];

/**
 * Asks for a page that shows one history: each question names the history of the first answer. An answer of another history is none.
 * After `overview` and `showHistory` the page shows the history of that answer.
 */
export function pageQuestions(): Asked<PageQuestions> {
  let shown: string | undefined;
  return questions<PageQuestions>(async (ask, about) => {
    const isAnew = SHOWS_ANOTHER.includes(ask);
    const named = isAnew ? undefined : shown;
    const { answer, history } = await askBackground({
      ask,
      about,
      ...(named !== undefined && { history: named }),
    });
    if (isAnew) shown = history;
    else if (history !== undefined) {
      shown ??= history;
      if (history !== shown) throw new Refusal("other-history");
    }
    return answer;
  });
}

/**
 * The one thing the script on the site is asked for: to open the person whose profile is shown, or whose row has the focus. It comes
 * as `{ tell: OPEN_IN_FRONT }` and only from the background.
 */
export const OPEN_IN_FRONT = "open-in-front";

/** What our own pages ask with. It is marked as pure, so that the script on the site, which does not use it, goes without it. */
export const askFromPage = /* @__PURE__ */ pageQuestions();

/** The question in a message from outside, or `undefined` when it is none. */
export function questionIn(value: unknown): Message | undefined {
  if (
    typeof value !== "object" ||
    value === null ||
    !("ask" in value) ||
    typeof value.ask !== "string"
  )
    return undefined;
  return {
    ask: value.ask,
    about: "about" in value ? value.about : undefined,
    ...("history" in value && typeof value.history === "string" && { history: value.history }),
  };
}
