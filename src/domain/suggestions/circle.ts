/**
 * Where the user's ties are: the circles a new contact would widen or repeat.
 */
import { sideOf } from "../tie/band.ts";
import type { Candidate } from "./candidate.ts";
import { softFolded } from "../names/names.ts";
import { type OwnCompanies, type OwnCompany, sharedCompany } from "./own-companies.ts";
import type { PersonId } from "../person/person.ts";
import type { Tie } from "../tie/tie.ts";

/** A person with the tie of the day. */
export interface KnownPerson {
  readonly person: Candidate;
  readonly tie: Tie;
}

/** Where a person is. */
export type Placed = Pick<Candidate, "id" | "field" | "companyKeys"> & {
  readonly companyKey?: string | undefined;
  readonly howMet?: string | undefined;
};

/** What the rest of the network says about one person. */
export interface Surroundings {
  /** Strength/100 summed over the user's OTHER ties in the same company and field; absent where company or field is unknown. */
  readonly sameCompany?: number;
  readonly sameField?: number;
  /** How many other people are known at the company, talked with or not. */
  readonly othersAtCompany?: number;
  /** The same for the field of work. */
  readonly othersInField?: number;
  /** Number of other people in the strong circle (Close and In touch). */
  readonly circle?: number;
  /** How many of them share the company, the field, and how the user met them; absent where that is unknown. */
  readonly circleInCompany?: number;
  readonly circleInField?: number;
  readonly circleMetThere?: number;
  /** A company or school of both the user and the person, by the user's name for it. */
  readonly shared?: SharedCompany;
}

/** A company or school in common. */
export interface SharedCompany extends OwnCompany {
  /** It is where the person works now, as far as is known. */
  readonly theirs: boolean;
}

/** Whether the person works where the user works: the two meet there. */
export const isColleague = ({ shared }: Surroundings): boolean =>
  shared !== undefined && shared.current && shared.theirs;

/** The people of one company, of one field, or met in one place. Strength in thousandths, so that taking a share away leaves exactly nothing. */
interface Sum {
  people: number;
  strength: number;
  circle: number;
}

/** What one person counts for, and where; a place nobody is in has no sum. */
interface Share {
  readonly company: Sum | undefined;
  readonly field: Sum | undefined;
  readonly met: Sum | undefined;
  readonly strength: number;
  readonly circle: number;
}

const NOBODY: Sum = { people: 0, strength: 0, circle: 0 };

const isClose = ({ band }: Tie) => sideOf(band) === "strong";

/** The sum under a name; made where there is none yet. */
function sumOf(sums: Map<string, Sum>, name: string): Sum {
  const known = sums.get(name);
  if (known !== undefined) return known;
  const fresh: Sum = { ...NOBODY };
  sums.set(name, fresh);
  return fresh;
}

function add(sum: Sum | undefined, { strength, circle }: Share, sign: 1 | -1): void {
  if (sum === undefined) return;
  sum.people += sign;
  sum.strength += sign * strength;
  sum.circle += sign * circle;
}

function count(share: Share, sign: 1 | -1): void {
  add(share.company, share, sign);
  add(share.field, share, sign);
  add(share.met, share, sign);
}

/** A count of the network by company, field and place of meeting that follows every change of a person. */
export interface Circles {
  /** Counts a person as they are now, in place of what was counted of them before. */
  readonly put: (known: KnownPerson) => void;
  readonly remove: (id: PersonId) => void;
  /** What all the others say about a person, counted or not. */
  readonly around: (person: Placed) => Surroundings;
}

/** Whether somebody works at the company with this key, as far as is known. A line under a name may name the company alone. */
const isTheirs = (key: string, { companyKey, companyKeys }: Placed): boolean =>
  key === companyKey || key === companyKeys?.at(-1);

function sharedWith(person: Placed, own: OwnCompanies): SharedCompany | undefined {
  const shared = sharedCompany(person.companyKeys ?? [], own);
  if (shared === undefined) return undefined;
  const { key, ...company } = shared;
  return { ...company, theirs: isTheirs(key, person) };
}

/** All companies and schools in common, the latest of the person first. */
export const sharedCompanies = (person: Placed, own: OwnCompanies): readonly SharedCompany[] =>
  [...new Set(person.companyKeys?.toReversed())].flatMap((key) => {
    const company = own.get(key);
    return company === undefined ? [] : [{ ...company, theirs: isTheirs(key, person) }];
  });

/** Circles nobody is in but the user, who worked at these companies. */
export function circles(ownCompanies: OwnCompanies = new Map()): Circles {
  const companies = new Map<string, Sum>();
  const fields = new Map<string, Sum>();
  const meetings = new Map<string, Sum>();
  const shares = new Map<PersonId, Share>();
  let wholeCircle = 0;

  const companyOf = ({ companyKey }: Placed) =>
    companyKey === undefined ? undefined : sumOf(companies, companyKey);
  const fieldIn = ({ field }: Placed) => (field === "unknown" ? undefined : sumOf(fields, field));
  const metAt = ({ howMet }: Placed) =>
    howMet === undefined ? undefined : sumOf(meetings, softFolded(howMet));
  const remove = (id: PersonId) => {
    const before = shares.get(id);
    if (before === undefined) return;
    count(before, -1);
    wholeCircle -= before.circle;
    shares.delete(id);
  };
  return {
    put({ person, tie }) {
      remove(person.id);
      const strength = Math.round(tie.strength * 1000);
      const share: Share = {
        company: companyOf(person),
        field: fieldIn(person),
        met: metAt(person),
        strength,
        circle: isClose(tie) ? 1 : 0,
      };
      shares.set(person.id, share);
      count(share, 1);
      wholeCircle += share.circle;
    },
    remove,
    around(person) {
      const own = shares.get(person.id);
      const [company, field, met] = [companyOf(person), fieldIn(person), metAt(person)];
      const shared = ownCompanies.size === 0 ? undefined : sharedWith(person, ownCompanies);
      const near: { -readonly [Name in keyof Surroundings]: Surroundings[Name] } = {
        circle: wholeCircle - (own?.circle ?? 0),
      };
      if (company !== undefined) {
        const mine = own?.company === company ? own : undefined;
        near.sameCompany = (company.strength - (mine?.strength ?? 0)) / 100_000;
        near.othersAtCompany = company.people - (mine ? 1 : 0);
        near.circleInCompany = company.circle - (mine?.circle ?? 0);
      }
      if (field !== undefined) {
        const mine = own?.field === field ? own : undefined;
        near.sameField = (field.strength - (mine?.strength ?? 0)) / 100_000;
        near.othersInField = field.people - (mine ? 1 : 0);
        near.circleInField = field.circle - (mine?.circle ?? 0);
      }
      if (met !== undefined) near.circleMetThere = met.circle - (own?.met === met ? own.circle : 0);
      if (shared !== undefined) near.shared = shared;
      return near;
    },
  };
}

/** The circles of a network at one moment. */
export function surroundings(
  network: readonly KnownPerson[],
  ownCompanies?: OwnCompanies,
): Circles["around"] {
  const { put, around } = circles(ownCompanies);
  for (const known of network) put(known);
  return around;
}
