/**
 * Who a person is. A person has an own internal id and a set of aliases; a name is never an identity.
 */

declare const personIdBrand: unique symbol;

/** Internal id of a person: opaque, random, never shown to a page. */
export type PersonId = string & { readonly [personIdBrand]: true };

/**
 * One way the site names a person.
 *
 * - `slug:alex-example`: the last part of a profile's address, decoded, NFC, lower case
 * - `member:ACoAA…`: the member id found in addresses and keys; case matters
 * - `number:123456`: the numeric member id
 */
export type Alias = `slug:${string}` | `member:${string}` | `number:${string}`;

/** A value with the moment (ms since the epoch) it was true or chosen; the later of two wins. */
export interface Dated<T> {
  readonly value: T;
  readonly at: number;
}

/** A choice that can be taken back: then there is no value, and the moment it was taken back. */
export interface Cleared<T> {
  readonly value?: T | undefined;
  readonly at: number;
}

/** What somebody did for a living, as shown at a moment by a page or an archive. */
export interface CareerSighting {
  readonly company?: string;
  readonly title?: string;
  /** The line under the name on a profile, where company and title are not told apart. */
  readonly headline?: string;
  /** When it was first shown (ms). For an archive: the moment the archive was made. */
  readonly at: number;
  /** When it was last shown (ms). */
  readonly until: number;
}

/** The user's own words and wishes about a person. They survive every import. */
export interface Choices {
  /** What the user says somebody is called and does, where the site has it wrong. Without a value it is taken back. */
  readonly name?: Cleared<string>;
  readonly company?: Cleared<string>;
  readonly title?: Cleared<string>;
  readonly note?: Dated<string>;
  readonly tags?: Dated<readonly string[]>;
  readonly howMet?: Dated<string>;
  /** Never suggest this person. */
  readonly muted?: Dated<boolean>;
  /** Do not suggest before this moment (ms). */
  readonly snoozedUntil?: Dated<number>;
  /** Own cadence in days: overrides the rhythm learnt from the interactions. Without a value it is taken back. */
  readonly cadenceDays?: Cleared<number>;
  /**
   * "In touch elsewhere": resets the silence clock without inventing an interaction, at the moment it was said, or at that of the value
   * (ms) where a later word was taken back and an earlier one holds again. Without a value it is taken back.
   */
  readonly inTouchElsewhere?: Cleared<true | number>;
  /** A reminder date (ms); Without a value it is taken back. */
  readonly remindAt?: Cleared<number>;
  /** Nothing more is recorded of this person but further aliases, so that the wish covers them as well. */
  readonly neverTrack?: Dated<boolean>;
  /** When a suggestion of this person was marked done or shown, for rotation (ms). */
  readonly suggestedAt?: Dated<number>;
  /** The user marked that week's suggestion of this person as done. Without a value it is taken back. */
  readonly suggestionDone?: Cleared<true>;
}

/** What is known of a person, apart from interactions and visits. */
export interface Person {
  readonly id: PersonId;
  /** Sorted, unique, never empty. */
  readonly aliases: readonly Alias[];
  readonly name: Dated<string>;
  /** Oldest first by `at`; company, title and headline together occur once. */
  readonly career: readonly CareerSighting[];
  readonly choices: Choices;
}
