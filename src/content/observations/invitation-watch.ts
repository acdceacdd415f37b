/**
 * Invitations: such that wait, and what becomes of them while the page is open. Only what the page says afterwards counts, not what
 * was pressed.
 */
import type { Direction, InteractionKind } from "../../domain/interactions/interaction.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { PersonSeen, Sighting } from "../../domain/interactions/sighting.ts";
import {
  actsOfRow,
  invitationRows,
  isSentInvitations,
} from "../../linkedin/surfaces/invitation-rows.ts";
import { peopleOnPage, type PersonOnPage } from "../../linkedin/people/people-on-page.ts";
import { settledProfile } from "../../linkedin/people/profile.ts";
import { ITEM } from "../../linkedin/page/regions.ts";
import { pageOf, type Page } from "../../linkedin/address/urls.ts";
import { matching } from "../../linkedin/page/whole-items.ts";
import { personSeen } from "../page/glimpses.ts";

/** What is new about invitations in a part of the page. */
export type InvitationWatch = (
  part: ParentNode,
  address: string,
  people: readonly PersonOnPage[],
  now: number,
) => readonly Sighting[];

/** An invitation waits half a year at most (ms). */
const LONGEST_WAIT_MS = 180 * 86_400_000;

const KEY = '[componentkey*="state:invitation:urn:li:member:"]';

/**
 * When an invitation that waits may have been sent, at the earliest: the beginning of a year, so that the same one seen again tomorrow is a
 * wider sighting of the same.
 */
const earliest = (now: number): number =>
  Date.UTC(new Date(now - LONGEST_WAIT_MS).getUTCFullYear());

/** How far from the button of an invitation its person is looked for. */
const MOST_LEVELS = 6;

/** What changes is only the button, which names its person by number alone; whose it is stands around it. */
function personAround(button: Element, page: Page, alias: Alias): PersonOnPage | undefined {
  let block: Element | null = button;
  for (let level = 0; block !== null && level < MOST_LEVELS; level += 1) {
    const people = peopleOnPage(block, page, { showRails: true });
    const found = people.find(({ aliases }) => aliases.includes(alias));
    if (found !== undefined) return found;
    block = block.parentElement;
  }
  return undefined;
}

/** Knows what waited on the page so far. */
export function invitationWatch(): InvitationWatch {
  const waiting = new Map<Alias, Element>();
  const offers = new Map<string, string>();
  let asking: Alias | undefined;

  return (part, address, people, now) => {
    const page = pageOf(address);
    const found: Sighting[] = [];
    const say = (
      person: PersonSeen,
      kind: InteractionKind,
      direction: Direction,
      from = now,
    ): void => {
      const interaction = { kind, direction, from, to: now, sources: ["page"] } as const;
      found.push({ what: "interaction", person, interaction });
    };
    const takeBack = (person: PersonSeen): void => {
      found.push({ what: "takenBack", person, kind: "invitation", direction: "out" });
    };

    if (/\/(?:invitation-manager|sent)(?:\/|$)/.test(address)) {
      const isSent = isSentInvitations(address);
      const rows = invitationRows(part, page, isSent);
      for (const { person, element, buttons, isAccepted } of rows) {
        const isKnown = person.aliases.some((alias) => waiting.has(alias));
        const seen = personSeen(person, now);
        if (isAccepted) {
          if (isKnown && !isSent) say(seen, "connected", "both");
          for (const alias of person.aliases) waiting.delete(alias);
        } else if (buttons.length === (isSent ? 1 : 2)) {
          if (!isKnown) say(seen, "invitation", isSent ? "out" : "in", earliest(now));
          for (const alias of person.aliases) waiting.set(alias, element);
        }
      }
      for (const person of isSent ? people : []) {
        const row = person.anchor.closest(ITEM);
        const isBare = row !== null && actsOfRow(row).length === 0;
        if (!isBare || !person.aliases.some((alias) => waiting.get(alias) === row)) continue;
        for (const alias of person.aliases) waiting.delete(alias);
        takeBack(personSeen(person, now));
      }
    }

    for (const element of matching(part, KEY)) {
      const [, number = "", offer = ""] =
        /member:(\d+)_(connect|pending)$/.exec(element.getAttribute("componentkey") ?? "") ?? [];
      const before = offers.get(number);
      offers.set(number, offer);
      if (offer === "" || (before ?? offer) === offer) continue;
      const alias: Alias = `number:${number}`;
      const person = personAround(element, page, alias);
      const seen = person ? personSeen(person, now) : { aliases: [alias], at: now };
      if (offer === "pending") say(seen, "invitation", "out");
      else takeBack(seen);
    }

    const profile = people.find(({ size }) => size === "full");
    if (profile !== undefined) {
      const { relation, degree = 0 } = settledProfile(profile.anchor.ownerDocument, address) ?? {};
      // Which buttons offer an invitation is not certain in the older layout; that the two are not connected is.
      const isOpen =
        degree > 1 ||
        relation === "connectable" ||
        relation === "invited" ||
        relation === "inviting";
      if (relation === "connected" && asking !== undefined && asking === page.alias)
        say(personSeen(profile, now), "connected", "both");
      if (relation !== undefined) asking = isOpen ? page.alias : undefined;
    }
    return found;
  };
}
