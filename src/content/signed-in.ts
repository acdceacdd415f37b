/**
 * Who is signed in: what the background is certain of already, and what the page says.
 */
import type { PersonOnPage } from "../linkedin/people-on-page.ts";
import type { Page } from "../linkedin/urls.ts";
import { viewerOnPage } from "../linkedin/viewer.ts";
import { askFromSite, type Viewer } from "../messages.ts";
import { deliverLeftovers } from "./outbox.ts";

/** How often (ms) a page that has not said who is signed in is searched for it: that takes the whole page, not what was added. */
const LOOK_EVERY_MS = 500;

/** What is known of the member signed in. */
export interface SignedIn {
  /** `undefined` while it is not certain who that is. */
  readonly member: () => Viewer | undefined;
  readonly isMember: (person: PersonOnPage) => boolean;
  /** Looks for what the page says. To be called whenever something of it was read. */
  readonly look: (page: Page) => void;
}

/**
 * Nobody yet.
 *
 * @param changed called when somebody becomes certain, or known by more names than before
 */
export function signedIn(
  document: Document,
  attempt: (work: Promise<unknown>) => void,
  changed: () => void,
): SignedIn {
  let member: Viewer | undefined;
  let isSeen = false;
  let isSignedOut = false;
  let lookedAt = 0;

  const know = (viewer: Viewer): void => {
    const before = member?.aliases ?? [];
    if (viewer.aliases.every((alias) => before.includes(alias))) return;
    member = viewer;
    changed();
  };

  attempt(
    askFromSite.certainViewer().then((certain) => {
      if (member === undefined && certain !== undefined) know(certain);
    }),
  );

  return {
    member: () => member,
    isMember: ({ aliases }) => aliases.some((alias) => member?.aliases.includes(alias)),
    look(page) {
      if (page.surface === "signed-out") {
        if (!isSignedOut) attempt(askFromSite.signedOut());
        isSignedOut = true;
        member = undefined;
        return;
      }
      // Signing in as somebody else loads a new document, so one certain answer holds for this one.
      if (isSeen || Date.now() - lookedAt < LOOK_EVERY_MS) return;
      lookedAt = Date.now();
      const found = viewerOnPage(document, page);
      if (!found?.certain) return;
      isSeen = true;
      const { aliases, name } = found;
      const viewer = { aliases, ...(name !== undefined && { name }) };
      // Messages name the member in another way than a link does; the history may know both.
      attempt(
        askFromSite.signedIn(viewer).then((known) => {
          if (known === undefined) return undefined;
          know(known);
          // What waited for this to become certain need not wait any longer.
          return deliverLeftovers(Date.now());
        }),
      );
      know(viewer);
    },
  };
}
