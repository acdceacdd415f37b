/**
 * What our own pages may ask of the background: everything. Questions that write are safe to repeat, because what they write has natural
 * keys. The questions of imports and exports stand in files of their own.
 */
import type { Backtest } from "../domain/backtest/backtest.ts";
import type { Balance } from "../domain/balance/balance.ts";
import type { PeopleAsked, PeopleFound } from "../domain/directory/directory.ts";
import type { Made } from "../domain/records/made.ts";
import type { Alias, PersonId } from "../domain/person/person.ts";
import type { PersonCard, PersonDetails } from "../domain/directory/person-card.ts";
import type { ReplyCount } from "../domain/suggestions/replies.ts";
import type { QuestionAnswer } from "../domain/projection/question.ts";
import type { ReaderHealth } from "../domain/reader-health.ts";
import type { BackupQuestions } from "./backup-questions.ts";
import type { ExchangeQuestions } from "./exchange-questions.ts";
import type { ImportQuestions } from "./import-questions.ts";
import type { NetworkQuestions } from "./network-questions.ts";
import type { RuleQuestions } from "./rule-questions.ts";
import type { TableQuestions } from "./table-questions.ts";
import type { Week } from "../domain/week/week.ts";
import type { ChangedSettings, Settings } from "../settings/settings.ts";
import type {
  OpenQuestion,
  Overview,
  TabTopic,
  Trouble,
  QuestionSide,
  HandWritten,
  HeldHistory,
  KeptHistory,
  UnreadSurface,
} from "./views.ts";

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
  /** Everything that is not certain and only the user can answer, at most a hundred. */
  openQuestions(): readonly OpenQuestion[];
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
  /**
   * Whom or which company the page in a tab is about. The script on the site is asked, so a tab without it is about nothing, as is one in
   * which another member is signed in than the one whose history is shown.
   */
  topic(asked: { tabId: number }): TabTopic;
  /** How many messages to suggested people brought a reply within 30 days, by the kind of reason; the kinds with the most messages first. */
  replies(): readonly ReplyCount[];
  /** The network as a whole. */
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
   * The user says that two are one. `undoMerge` takes that word back, `splitPerson` says the opposite. No pair is answered where one of the
   * two is known by name only: then the name is said to be the other one's. Refused as `same-person` where they are one already, and the user
   * did not say so.
   */
  mergePeople(asked: { id: PersonId; other: PersonId }): MergedPair | undefined;
  /** Takes back the user's word that these two aliases are of one person. */
  undoMerge(asked: MergedPair): void;
  /**
   * The user says that some aliases of a person are somebody else: these leave. What was seen under an alias goes with it. Notes and
   * reminders stay with both, and the user is asked where each belongs. Refused as `no-such-alias` where one of them is not the
   * person's, or all are, or none is named.
   */
  splitPerson(asked: { id: PersonId; split: readonly Alias[] }): {
    readonly kept: PersonId;
    readonly split: PersonId;
  };
  /** Stores the answer to a question (see `PersonDetails.questions`). */
  answerQuestion(asked: { answer: QuestionAnswer }): void;
  /** The user says that an interaction is not true (its key: `interactionKey`). It stays out when it is seen again, coarse or fine. */
  deleteInteraction(asked: { id: PersonId; key: string }): void;
  /** Takes a deletion back: what was deleted is there again. */
  restoreInteraction(asked: { id: PersonId; key: string }): void;
  /** The user logs what happened. Answers the key by which it can be deleted. Adding it again changes nothing. */
  addInteraction(asked: { id: PersonId; interaction: HandWritten }): string;
  /** How many people were erased. */
  erasedCount(): number;
  /** Forgets which people were erased: from now on they may be met again. */
  liftErasures(): void;
}

/** What our own pages may ask about the histories of this browser. Each question names the histories that it is about. */
export interface KeepingQuestions {
  /** All histories with how much each holds. */
  heldHistories(): readonly HeldHistory[];
  /**
   * The user says that two histories are of one account: everything in `from` is taken into `into`, which our pages show from then on, and
   * `from` is removed. Answers how much the joined history holds; asked again, too. Refused as `no-history` where there is no such history.
   */
  joinHistories(asked: { from: string; into: string }): {
    readonly people: number;
    readonly interactions: number;
  };
  /** Removes a history with everything in it, for good. Refused as `no-history` where there was never one of this name. */
  removeHistory(asked: { name: string }): void;
  /** Removes all histories, all settings and everything else that Tielight keeps, for good. */
  eraseEverything(): void;
}

/**
 * What our own pages keep for themselves: the tone of messages, those that were begun, views of the table of people, those had of late and those saved,
 * the version before an update whose news nobody has read yet,
 * and when it was last said which messages brought replies.
 */
export type OwnKey =
  | "tone"
  | "written"
  | "peopleViews"
  | "savedViews"
  | "updatedFrom"
  | "repliesSaid";

/** What our own pages may ask. */
export interface PageQuestions
  extends
    HistoryQuestions,
    TableQuestions,
    NetworkQuestions,
    RuleQuestions,
    ImportQuestions<Trouble>,
    ExchangeQuestions,
    BackupQuestions,
    KeepingQuestions {
  /** What the popup shows first, of the history that our pages show. From here on the page names that history. */
  overview(): Overview;
  /** Everything the user chose. */
  settings(): Settings;
  /** Keeps what the user chose anew; the other settings stay. Open tabs of the site follow. */
  changeSettings(changed: ChangedSettings): void;
  /** A value that our own pages keep for themselves; `undefined` where none is kept. */
  keptValue(asked: { key: OwnKey }): unknown;
  /**
   * Keeps such a value, and answers whether it is kept. With `from` only where what is kept is what was read then: `{}` for nothing. So a page
   * that adds to a list takes away nothing that another one added meanwhile.
   */
  keepValue(asked: { key: OwnKey; value: unknown; from?: { readonly value?: unknown } }): boolean;
  /** Surfaces of the site that could not be read of late, longest first, with what their pages are built of. */
  readerReport(): readonly UnreadSurface[];
  /** How each kind of page that was looked at was read. */
  readerHealth(): ReaderHealth;
  /** The user knows that the history is damaged and goes on with what is left. */
  acceptDamage(): void;
  /**
   * The user goes on without the history that is shown, which cannot be used, or without those that are lost. It stays in the list, to be
   * removed or looked at by another version. Refused as `no-trouble` where it can be used.
   */
  startAnew(): void;
  /**
   * The user says whose it is what was observed before it was known who was signed in: of this history, or of none, and then it is thrown
   * away. Refused as `no-history` where there is no history of this name that a member owns.
   */
  settleUnclaimed(asked: { name?: string }): void;
  /** All histories in this browser, one for each account. */
  histories(): readonly KeptHistory[];
  /** Shows this history in our own pages. What pages of the site show still goes to the member who is signed in there. */
  showHistory(asked: { name: string }): void;
}
