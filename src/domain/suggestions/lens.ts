/**
 * The weak-tie lens: which of the three values of a weak tie somebody offers.
 */
import type { KnownPerson, Surroundings } from "./circle.ts";
import type { Field } from "../career/fields.ts";

/** What a weak tie offers, and why. Shares are 0-1; words belong to the interface. */
export type LensValue =
  | {
      readonly value: "perspective";
      readonly because: "other-field";
      readonly field: Field;
      /** Share of the strong circle in that field. */
      readonly share: number;
    }
  | { readonly value: "perspective"; readonly because: "other-company"; readonly company: string }
  | { readonly value: "perspective"; readonly because: "other-circle"; readonly howMet: string }
  | {
      readonly value: "opportunity";
      readonly because: "between-circles";
      readonly mutual: number;
    }
  | {
      /** Both worked at `before`, and the person is at `after` now: a foot in either circle. */
      readonly value: "opportunity";
      readonly because: "former-colleague";
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly value: "opportunity";
      readonly because: "moderately-weak";
      readonly strength: number;
    }
  | {
      readonly value: "news";
      readonly because: "changed-company" | "changed-field" | "changed-title" | "changed-headline";
      readonly before: string;
      readonly after: string;
      readonly at: number;
    };

/** Fewer people are no circle to be different from. */
const SMALLEST_CIRCLE = 3;
/** A field that fewer than one in ten of the strong circle work in is another field. */
const OTHER_FIELD_SHARE = 0.1;
/** Strength of a moderately weak tie: something is left, and it is no close one. */
const MODERATELY_WEAK = { from: 5, below: 50 };
/** Mutual connections that put somebody between circles: some, and not the same circle (best at about ten). */
const BETWEEN_CIRCLES = { from: 3, to: 30 };

function perspective({ person }: KnownPerson, around: Surroundings): LensValue | undefined {
  const { field, company, howMet } = person;
  const { circle = 0, circleInField, circleInCompany, circleMetThere, shared } = around;
  if (circle < SMALLEST_CIRCLE) return undefined;
  const share = circleInField === undefined ? undefined : circleInField / circle;
  if (field !== "unknown" && share !== undefined && share < OTHER_FIELD_SHARE)
    return { value: "perspective", because: "other-field", field, share };
  if (circleInCompany === 0 && company !== undefined && !shared?.theirs)
    return { value: "perspective", because: "other-company", company };
  if (circleMetThere === 0 && howMet !== undefined)
    return { value: "perspective", because: "other-circle", howMet };
  return undefined;
}

function opportunity(
  { person, tie }: KnownPerson,
  { shared }: Surroundings,
): LensValue | undefined {
  const { mutual, company } = person;
  if (mutual !== undefined && mutual >= BETWEEN_CIRCLES.from && mutual <= BETWEEN_CIRCLES.to)
    return { value: "opportunity", because: "between-circles", mutual };
  if (shared && !shared.school && !shared.theirs && company !== undefined)
    return {
      value: "opportunity",
      because: "former-colleague",
      before: shared.name,
      after: company,
    };
  if (!tie.twoWay || tie.strength < MODERATELY_WEAK.from) return undefined;
  if (tie.strength >= MODERATELY_WEAK.below) return undefined;
  return { value: "opportunity", because: "moderately-weak", strength: tie.strength };
}

function news({ person }: KnownPerson): LensValue | undefined {
  const { news: change, summary } = person;
  if (!change || change.at <= (summary.lastAt ?? summary.connected?.to ?? Infinity))
    return undefined;
  const { what, before, after, at } = change;
  return { value: "news", because: `changed-${what}`, before, after, at };
}

/** Which of perspective, opportunity and news somebody offers, each at most once and with its best reason. */
export function lens(known: KnownPerson, around: Surroundings): readonly LensValue[] {
  return [perspective(known, around), opportunity(known, around), news(known)].filter(
    (value) => value !== undefined,
  );
}
