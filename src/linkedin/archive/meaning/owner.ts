/** Whose archive it is: the one who is everywhere in it. */
import type { Alias } from "../../../domain/person/person.ts";
import { earlierAddresses } from "./earlier-addresses.ts";
import type { Gathered } from "../gathered/gathered.ts";
import { NOBODY } from "../gathered/people.ts";

/** Somebody the archive may belong to. */
export interface OwnerCandidate {
  readonly aliases: readonly Alias[];
  readonly name?: string;
  /** Share of the messages this person sent or received, 0 to 1. */
  readonly share: number;
  /** Invitations that say so by their direction. */
  readonly invitations: number;
  /** The name is the one in the profile's file. */
  readonly hasProfileName: boolean;
}

/**
 * How sure it is. `given`: the asker named somebody who is in the archive. `sure`: direct evidence, or present nearly everywhere with nobody
 * near. `likely`: ahead of everybody else; the user should confirm. `unknown`: nobody, or several alike.
 */
export type OwnerConfidence = "given" | "sure" | "likely" | "unknown";

export interface OwnerFound {
  /** The people that are the owner; several where the address changed over the years. */
  readonly people: ReadonlySet<number>;
  readonly confidence: OwnerConfidence;
  /** Best first, at most five. */
  readonly candidates: readonly OwnerCandidate[];
}

/** Measured: the owner is in 97 to 100 % of the rows, the next best in 3 to 16 %. */
const NEARLY_EVERYWHERE = 0.9;
const NOWHERE_NEAR = 0.6;
const AT_LEAST = 0.5;
const ENOUGH_ROWS = 5;
const SHOWN = 5;

interface Presence {
  rows: number;
  /** Rows by person. */
  readonly of: Int32Array;
}

/** How many rows of messages each person takes part in, by archive. */
function presences({ messages, people, recipients }: Gathered): Map<number, Presence> {
  const groups = new Map<number, Presence>();
  messages.eachParty((group, sender, list, recipientName) => {
    // Rows of names alone say the direction themselves, and cannot tell the owner of the archive.
    if (sender === NOBODY && list === -1) return;
    const presence = groups.get(group) ?? { rows: 0, of: new Int32Array(people.size) };
    groups.set(group, presence);
    presence.rows += 1;
    const see = (person: number): void => {
      presence.of[person] = (presence.of[person] ?? 0) + 1;
    };
    if (sender !== NOBODY) see(sender);
    // Without addresses of recipients, those who bear the recipient's name stand in.
    const others = list === -1 ? people.called(recipientName) : recipients.list(list).people;
    for (const other of others) if (other !== sender) see(other);
  });
  return groups;
}

interface RankedOwner extends OwnerCandidate {
  readonly person: number;
}

function compare(a: RankedOwner, b: RankedOwner): number {
  return (
    b.invitations - a.invitations ||
    b.share - a.share ||
    Number(b.hasProfileName) - Number(a.hasProfileName)
  );
}

function ranked(
  gathered: Gathered,
  presence: Presence | undefined,
  votes: ReadonlyMap<number, number>,
  connected: ReadonlySet<number>,
): readonly RankedOwner[] {
  const { people, ownNames } = gathered;
  const present = Array.from(presence?.of.keys() ?? []).filter(
    (person) => presence?.of[person] !== 0,
  );
  const found = new Set([...present, ...votes.keys()]);
  return (
    [...found]
      // Nobody is connected to themselves.
      .filter((person) => !connected.has(person))
      .map((person) => {
        const name = people.shownName(person);
        return {
          person,
          aliases: people.aliases(person),
          ...(name !== undefined && { name }),
          share: (presence?.of[person] ?? 0) / (presence?.rows ?? 1),
          invitations: votes.get(person) ?? 0,
          hasProfileName: [...ownNames].some((own) => people.isCalled(person, own)),
        };
      })
      .sort((a, b) => compare(a, b) || (String(a.aliases) < String(b.aliases) ? -1 : 1))
  );
}

function confidence(
  candidates: readonly RankedOwner[],
  rows: number,
): "sure" | "likely" | "unknown" {
  const [best, next] = candidates;
  if (best === undefined) return "unknown";
  if (best.invitations > (next?.invitations ?? 0) * 10) return "sure";
  if (next !== undefined && compare(best, next) === 0) return "unknown";
  if (best.hasProfileName && !next?.hasProfileName && best.share >= AT_LEAST) return "sure";
  if (best.invitations === 0 && best.share < AT_LEAST) return "unknown";
  const isAlone = best.share >= NEARLY_EVERYWHERE && (next?.share ?? 0) <= NOWHERE_NEAR;
  // With only one left who is not a connection, few rows are enough.
  return isAlone && (rows >= ENOUGH_ROWS || next === undefined) ? "sure" : "likely";
}

/** Groups with different people of different names as their surest owners. Undefined while there are none. */
export interface TwoOwners {
  readonly group: number;
}

/**
 * The owner of what was read. Every archive is asked by itself, so that archives of two members are told apart.
 *
 * @param given aliases of somebody who is said to be the owner; ignored when they are nowhere in the archive
 */
export function ownerOf(gathered: Gathered, given: readonly Alias[]): OwnerFound | TwoOwners {
  const { people, claims, ownInvitations } = gathered;
  const groups = presences(gathered);
  const connected = new Set(
    claims.flatMap((claim) => (claim.what === "connection" ? [claim.person] : [])),
  );
  const owners = new Map<number, "sure" | "likely">();
  /** Earlier addresses, with the owner who had them. */
  const before = new Map<number, number>();
  const withEarlier = (people: readonly number[]): ReadonlySet<number> =>
    new Set([
      ...people,
      ...[...before].flatMap(([old, now]) => (people.includes(now) ? [old] : [])),
    ]);
  const all: RankedOwner[] = [];
  let isUnsure = false;
  for (const group of new Set([...groups.keys(), ...ownInvitations.keys()])) {
    const presence = groups.get(group);
    const candidates = ranked(
      gathered,
      presence,
      ownInvitations.get(group) ?? new Map(),
      connected,
    );
    all.push(...candidates.slice(0, SHOWN));
    const [best] = candidates;
    const sureness = confidence(candidates, presence?.rows ?? 0);
    if (best === undefined || sureness === "unknown") {
      isUnsure ||= candidates.length > 0;
      continue;
    }
    if (sureness === "sure") {
      for (const [other, otherSureness] of owners) {
        if (
          otherSureness === "sure" &&
          other !== best.person &&
          !shareName(gathered, other, best.person)
        )
          return { group };
      }
    }
    if (owners.get(best.person) !== "sure") owners.set(best.person, sureness);
    for (const earlier of earlierAddresses(gathered, best.person, group, connected))
      before.set(earlier, best.person);
  }
  const candidates = shown(all);
  const named = given.map((alias) => people.find(alias)).filter((person) => person !== NOBODY);
  if (named.some((person) => all.some((one) => one.person === person))) {
    return { people: withEarlier(named), confidence: "given", candidates };
  }
  const sure = [...owners].filter(([, sureness]) => sureness === "sure").map(([person]) => person);
  if (sure.length > 0) return { people: withEarlier(sure), confidence: "sure", candidates };
  const [likely, second] = owners.keys();
  if (likely === undefined) return { people: new Set(), confidence: "unknown", candidates };
  const isClear = second === undefined && !isUnsure;
  return { people: withEarlier([likely]), confidence: isClear ? "likely" : "unknown", candidates };
}

function shareName({ people }: Gathered, a: number, b: number): boolean {
  const name = people.nameNumber(people.shownName(a) ?? "");
  return name >= 0 && people.isCalled(b, name);
}

function shown(all: readonly RankedOwner[]): readonly OwnerCandidate[] {
  const best = new Map<number, RankedOwner>();
  for (const one of all) {
    const before = best.get(one.person);
    if (before === undefined || compare(one, before) < 0) best.set(one.person, one);
  }
  return [...best.values()]
    .sort(compare)
    .slice(0, SHOWN)
    .map(({ aliases, name, share, invitations, hasProfileName }) => ({
      aliases,
      ...(name !== undefined && { name }),
      share,
      invitations,
      hasProfileName,
    }));
}
