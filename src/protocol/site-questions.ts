/**
 * What the script on the site may ask of the background: only about the people on the screen, and it may only add what was seen. The
 * background decides by the sender which questions it answers; what the message claims to be plays no part.
 */
import type { Band } from "../domain/tie/band.ts";
import type { Alias } from "../domain/person/person.ts";
import type { PersonSeen, Sighting } from "../domain/interactions/sighting.ts";
import type { BadgePlace } from "../settings/badge-places.ts";
import type { Mode } from "../settings/mode.ts";

/** The member signed in on the page, as far as the page says so. */
export interface Viewer {
  /** At least one. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
}

/** A page's word on who is signed in. */
export interface SignedInSaid extends Viewer {
  /** The different kinds of proof that agree on it. */
  readonly kinds: readonly string[];
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
  /** The direction all these words are read in. */
  readonly textDirection: "ltr" | "rtl";
}

/** Style sheets as text, one for each kind of shadow root on the site. */
export interface SiteStyles {
  readonly badge: string;
  /** Of words that only screen readers meet. */
  readonly spoken: string;
  readonly glance: string;
}

/** Whom or which company the page in a tab is about, as the script on the site says when it is asked, see `WHAT_IS_SHOWN`. */
export interface Topic {
  /** The member signed in, where that is certain. */
  readonly viewer?: Viewer;
  /** The person whose profile it is; absent on the member's own. */
  readonly alias?: Alias;
  /** The name of the company or school, as the page shows it. */
  readonly company?: string;
  /** A page of Sales Navigator or Recruiter, of which nothing is read; then nothing else is said. */
  readonly notRead?: true;
}

/** How far the script may go. */
export interface SitePermission {
  /** Absent before the user has chosen. */
  readonly mode?: Mode;
  /** Also beside people whom a page only mentions or suggests. */
  readonly showRails: boolean;
  /** Where no badges stand. */
  readonly noBadgesIn: readonly BadgePlace[];
  /** A click on a badge is to open the panel beside the page. */
  readonly opensBeside: boolean;
  /** No badges for the moment: somebody else looks at the screen. */
  readonly hidden: boolean;
}

/** What the script on the site may ask. */
export interface SiteQuestions {
  /** How far the script may go. When that changes it hears of it, see {@link PERMISSION_CHANGED} in the transport. */
  permission(): SitePermission;
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
   * Remembers what was seen. Answers the ids that are on disk: those need not be sent again. While it is not certain whose history it
   * belongs to, or that history cannot be written, it waits on disk; without a viewer it is given to the first member that a page of the
   * tab proves.
   */
  record(observed: {
    viewer: Viewer | undefined;
    sightings: readonly ObservedSighting[];
  }): readonly string[];
  /** The member whose history is certain to be in use; `undefined` while that is not certain. */
  certainViewer(): Viewer | undefined;
  /**
   * The page says for certain who is signed in: from now on that member's history is in use. Answers all the member is known by;
   * nothing where another member is known to be signed in and fewer than two kinds of proof agree.
   */
  signedIn(said: SignedInSaid): Viewer | undefined;
  /** The page says that nobody is signed in: from now on nobody is assumed to be. */
  signedOut(): void;
  /**
   * How many people were recognised on a surface that should show some, and how many fewer than it promises. Where somebody is missing,
   * also what the page is built of (no text).
   */
  reportReading(reading: {
    surface: string;
    found: number;
    /** People and senders of messages; at least one. */
    missing?: number;
    structure?: string;
  }): void;
  /** The page is about somebody or something else than before: a panel beside it asks anew. */
  turned(): void;
  /**
   * Opens the toolbar popup on one person of the screen, or as it is, after the user asked for it; a small window where the browser refuses.
   * With `beside` the panel beside the page is opened instead, where the browser lets it. Nothing happens while another one is being opened,
   * or within a second of it.
   */
  openPerson(asked: { alias?: Alias; beside?: boolean; viewer: Viewer | undefined }): void;
}

/** A sighting with an id of its own, so that it can wait, be sent again and be acknowledged. */
export interface ObservedSighting {
  readonly id: string;
  readonly sighting: Sighting;
  /** Without a viewer: it is true if the member has one of these aliases. */
  readonly of?: readonly Alias[];
}
