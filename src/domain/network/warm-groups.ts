/**
 * People who have something in common, and how warm the ties with them are.
 */
import { type MemberToday, FEWEST_KNOWN } from "../balance/balance.ts";
import type { Band } from "../tie/band.ts";
import type { PersonId } from "../person/person.ts";
import { pastCompanies } from "../suggestions/past-companies.ts";

/** What people of a group have in common. */
export type GroupKind = "company" | "field" | "past-company";

/** See the file. */
export interface WarmGroup {
  readonly of: GroupKind;
  /** The key of the company, or the field. */
  readonly key: string;
  /** The company as somebody's page or an archive names it; absent where that is not known yet. */
  readonly name?: string;
  /** One of the people. */
  readonly sample: PersonId;
  readonly people: number;
  readonly counts: Readonly<Record<Band, number>>;
}

/** People of the group who are close or in touch. */
export const warmOf = ({ counts }: Pick<WarmGroup, "counts">): number =>
  counts.close + counts["in-touch"];

/** People of the group who were close once, or are. */
export const everWarmOf = (group: Pick<WarmGroup, "counts">): number =>
  warmOf(group) + group.counts.fading + group.counts.dormant;

type DraftGroup = Omit<WarmGroup, "people" | "counts" | "name"> & {
  name?: string;
  people: number;
  readonly counts: Record<Band, number>;
};

/** Nobody in any band. */
export const noCounts = (): Record<Band, number> => ({
  close: 0,
  "in-touch": 0,
  fading: 0,
  dormant: 0,
  acquaintance: 0,
  "not-talked": 0,
  unknown: 0,
});

/** Counts people by company, field and past employer. */
export interface GroupTally {
  readonly add: (member: MemberToday) => void;
  /** The groups so far, in no order. Past employers have a name where somebody works there now. */
  readonly groups: (of: GroupKind) => readonly WarmGroup[];
}

/** A count of nobody. */
export function groupTally(): GroupTally {
  const found = {
    company: new Map<string, DraftGroup>(),
    field: new Map<string, DraftGroup>(),
    "past-company": new Map<string, DraftGroup>(),
  };
  const put = (of: GroupKind, key: string, { person, band }: MemberToday): DraftGroup => {
    const known = found[of].get(key) ?? {
      of,
      key,
      sample: person.id,
      people: 0,
      counts: noCounts(),
    };
    known.people += 1;
    known.counts[band] += 1;
    found[of].set(key, known);
    return known;
  };
  return {
    add(member) {
      const { company, companyKey, field } = member.person;
      if (companyKey !== undefined && company !== undefined) {
        const group = put("company", companyKey, member);
        // One spelling of several, the same every time.
        if (group.name === undefined || company < group.name) group.name = company;
      }
      if (field !== "unknown") put("field", field, member);
      for (const key of pastCompanies(member.person)) put("past-company", key, member);
    },
    groups(of) {
      if (of !== "past-company") return [...found[of].values()];
      return [...found[of].values()].map((group) => {
        const name = found.company.get(group.key)?.name;
        return name === undefined ? group : { ...group, name };
      });
    },
  };
}

/** Those with most people who are close or in touch first; among equals those with most who ever were, then the larger. */
export const warmestFirst = (groups: readonly WarmGroup[]): readonly WarmGroup[] =>
  groups.toSorted(
    (a, b) =>
      warmOf(b) - warmOf(a) ||
      everWarmOf(b) - everWarmOf(a) ||
      b.people - a.people ||
      (a.key < b.key ? -1 : 1),
  );

/** People who were warm once that make a circle, and the share (0-1) of them that is still warm in one that slips. Judgement. */
const SMALLEST_CIRCLE = 3;
const SLIPPING = 1 / 3;

/**
 * The circles one is about to lose touch with: at least three people were close, at most a third of them still are, and the silence of at least one of
 * the others is young. Most of these first.
 */
export const slipping = (groups: readonly WarmGroup[]): readonly WarmGroup[] =>
  groups
    .filter((group) => {
      const ever = everWarmOf(group);
      return ever >= SMALLEST_CIRCLE && group.counts.fading > 0 && warmOf(group) <= ever * SLIPPING;
    })
    .toSorted(
      (a, b) =>
        b.counts.fading - a.counts.fading ||
        everWarmOf(b) - everWarmOf(a) ||
        (a.key < b.key ? -1 : 1),
    );

/** How the strong circle is spread over companies: people whose company is known, companies, and people at the three with most. */
export interface CircleSpread {
  readonly known: number;
  readonly companies: number;
  readonly top: number;
}

/** Companies that make the top. */
export const TOP_COMPANIES = 3;

/** The spread of the strong circle; absent with fewer than five people whose company is known. */
export function circleSpread(companies: readonly WarmGroup[]): CircleSpread | undefined {
  const warm = companies
    .map(warmOf)
    .filter((people) => people > 0)
    .sort((a, b) => b - a);
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);
  const known = sum(warm);
  if (known < FEWEST_KNOWN) return undefined;
  return { known, companies: warm.length, top: sum(warm.slice(0, TOP_COMPANIES)) };
}
