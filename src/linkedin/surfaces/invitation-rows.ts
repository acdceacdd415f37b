/**
 * Rows of invitations, received and sent.
 */
import type { Page } from "../address/urls.ts";
import { peopleOnPage, type PersonOnPage } from "../people/people-on-page.ts";
import { ITEM } from "../page/regions.ts";
import { sitePath } from "../address/site-path.ts";
import { surface } from "../address/surfaces.ts";

/** An invitation from or to one person. Invitations to events, pages and newsletters are none. */
export interface InvitationRow {
  readonly element: Element;
  readonly person: PersonOnPage;
  readonly direction: "in" | "out";
  /**
   * Its buttons, in page order, also those drawn as links with the page's own address (newer layout, 2026-04). Received and open: the
   * first refuses, the last accepts (2022 to 2026).
   */
  readonly buttons: readonly Element[];
  /** True once the row offers to write to the person: the invitation was accepted. */
  readonly isAccepted: boolean;
}

const COMPOSE = 'a[href*="/messaging/compose"]';

/**
 * The invitations at or under a root of the invitation pages.
 *
 * @param isSent true on the page of sent invitations
 */
export function invitationRows(
  root: ParentNode,
  page: Page,
  isSent: boolean,
): readonly InvitationRow[] {
  if (page.surface !== "invitations") return [];
  return peopleOnPage(root, page).flatMap((person): readonly InvitationRow[] => {
    const element = person.anchor.closest(ITEM);
    if (element === null) return [];
    const buttons = actsOfRow(element);
    const isAccepted = element.querySelector(COMPOSE) !== null;
    if (buttons.length === 0 && !isAccepted) return [];
    return [{ element, person, direction: isSent ? "out" : "in", buttons, isAccepted }];
  });
}

/** What can be done with an invitation: buttons, and links that lead nowhere else than to a page of invitations. */
export function actsOfRow(row: Element): readonly Element[] {
  return [...row.querySelectorAll("button,a[href]")].filter(
    (act) => act.localName === "button" || leadsToInvitations(act.getAttribute("href") ?? ""),
  );
}

const leadsToInvitations = (href: string): boolean => surface(sitePath(href)) === "invitations";

/** Whether an address is the page of sent invitations. */
export function isSentInvitations(url: string): boolean {
  return /\/mynetwork\/(?:invitation-manager\/)?sent(?:\/|\?|#|$)/.test(url);
}
