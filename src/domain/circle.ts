/**
 * Where the user's ties are: the circles a new contact would widen or repeat.
 */
import type { Candidate } from "./candidate.ts";
import { folded } from "./names.ts";
import { type OwnCompanies, type OwnCompany, sharedCompany } from "./own-companies.ts";
import type { PersonId } from "./person.ts";
import type { Tie } from "./tie.ts";

/** A person with the tie of the day. */
export interface Known {
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
  /** Number of other people in the strong circle (Strong and Warm ties). */
  readonly circle?: number;
  /** How many of them share the company, the field, and how the user met them; absent where that is unknown. */
  readonly circleInCompany?: number;
  readonly circleInField?: number;
  readonly circleMetThere?: number;
  /** A company both the user and the person worked at, by the user's name for it. */
  readonly shared?: SharedCompany;
}

/** A company in common. */
export interface SharedCompany extends OwnCompany {
  /** It is where the person works now, as far as is known. */
  readonly theirs: boolean;
}

interface Sum {
  people: number;
  strength: number;
  circle: number;
}

const isClose = ({ band }: Tie) => band === "strong" || band === "warm";

const keysOf = ({ companyKey, field, howMet }: Placed) => ({
  company: companyKey === undefined ? undefined : `company ${companyKey}`,
  field: field === "unknown" ? undefined : `field ${field}`,
  met: howMet === undefined ? undefined : `met ${folded(howMet)}`,
});

/** What one person counts for, and under which names. */
interface Share extends ReturnType<typeof keysOf> {
  /** Strength in thousandths, so that taking a share away again leaves exactly nothing. */
  readonly strength: number;
  readonly circle: number;
}

function shareOf({ person, tie }: Known): Share {
  return {
    ...keysOf(person),
    strength: Math.round(tie.strength * 1000),
    circle: isClose(tie) ? 1 : 0,
  };
}

/** A count of the network by company, field and place of meeting that follows every change of a person. */
export interface Circles {
  /** Counts a person as they are now, in place of what was counted of them before. */
  readonly put: (known: Known) => void;
  readonly remove: (id: PersonId) => void;
  /** What all the others say about a person, counted or not. */
  readonly around: (person: Placed) => Surroundings;
}

function sharedWith(person: Placed, own: OwnCompanies): SharedCompany | undefined {
  const shared = sharedCompany(person.companyKeys ?? [], own);
  if (shared === undefined) return undefined;
  const { key, ...company } = shared;
  return { ...company, theirs: key === person.companyKey };
}

/** Circles nobody is in but the user, who worked at these companies. */
export function circles(ownCompanies: OwnCompanies = new Map()): Circles {
  const sums = new Map<string, Sum>();
  const shares = new Map<PersonId, Share>();
  let wholeCircle = 0;

  const count = (share: Share, sign: 1 | -1) => {
    wholeCircle += sign * share.circle;
    for (const key of [share.company, share.field, share.met]) {
      if (key === undefined) continue;
      const sum = sums.get(key) ?? { people: 0, strength: 0, circle: 0 };
      sum.people += sign;
      sum.strength += sign * share.strength;
      sum.circle += sign * share.circle;
      sums.set(key, sum);
    }
  };
  const remove = (id: PersonId) => {
    const before = shares.get(id);
    if (before === undefined) return;
    count(before, -1);
    shares.delete(id);
  };
  const others = (own: Share | undefined, key: string | undefined): Sum | undefined => {
    if (key === undefined) return undefined;
    const { people, strength, circle } = sums.get(key) ?? { people: 0, strength: 0, circle: 0 };
    if (own === undefined || ![own.company, own.field, own.met].includes(key))
      return { people, strength: strength / 100_000, circle };
    return {
      people: people - 1,
      strength: (strength - own.strength) / 100_000,
      circle: circle - own.circle,
    };
  };
  return {
    put(known) {
      remove(known.person.id);
      const share = shareOf(known);
      shares.set(known.person.id, share);
      count(share, 1);
    },
    remove,
    around(person) {
      const own = shares.get(person.id);
      const { company, field, met } = keysOf(person);
      const shared = sharedWith(person, ownCompanies);
      const [inCompany, inField, metThere] = [company, field, met].map((key) => others(own, key));
      return {
        ...(inCompany && {
          sameCompany: inCompany.strength,
          othersAtCompany: inCompany.people,
          circleInCompany: inCompany.circle,
        }),
        ...(inField && { sameField: inField.strength, circleInField: inField.circle }),
        ...(metThere && { circleMetThere: metThere.circle }),
        circle: wholeCircle - (own?.circle ?? 0),
        ...(shared && { shared }),
      };
    },
  };
}

/** The circles of a network at one moment. */
export function surroundings(
  network: readonly Known[],
  ownCompanies?: OwnCompanies,
): Circles["around"] {
  const { put, around } = circles(ownCompanies);
  for (const known of network) put(known);
  return around;
}
