/**
 * Where the user worked and studied: who was there too is of the same circle, talked with or not.
 */
import type { ImportedCircle } from "../records/archive-import.ts";
import { companyKey } from "../career/company-name.ts";

/** A company the user works or worked at, or a school. */
export interface OwnCompany {
  /** As the user's own profile names it. */
  readonly name: string;
  /** The user is there still. */
  readonly current: boolean;
  /** The user studied there and did not work there. */
  readonly school?: true;
  /** When the user was there (ms), as far as that is known. */
  readonly years: readonly OwnYears[];
}

/** A time the user was at a company or school (ms); an end that is not known is open. */
export interface OwnYears {
  readonly from?: number;
  readonly to?: number;
}

/** The user's companies by the key their spellings share, see `companyKey`. */
export type OwnCompanies = ReadonlyMap<string, OwnCompany>;

/** Circles with the same text are the same. */
export const circleText = ({ kind, name, title, from, to }: ImportedCircle): string =>
  JSON.stringify([kind, name, title, from, to]);

/** The circles of both, each once, where it was said last: a later name of a company has to stay the later one. */
export function unitedCircles(
  earlier: readonly ImportedCircle[],
  later: readonly ImportedCircle[],
): readonly ImportedCircle[] {
  const found = new Map<string, ImportedCircle>();
  for (const one of [...earlier, ...later]) {
    const text = circleText(one);
    found.delete(text);
    found.set(text, one);
  }
  return [...found.values()];
}

/** The companies and schools among circles in the order they were said; of a company named twice the last name stays. */
export function ownCompanies(circles: readonly ImportedCircle[]): OwnCompanies {
  const found = new Map<string, OwnCompany>();
  for (const { kind, name, from, to } of circles) {
    const key = kind === "followed" ? undefined : companyKey(name);
    if (key === undefined) continue;
    const known = found.get(key);
    const isSchool = kind === "school" && (known === undefined || known.school === true);
    found.set(key, {
      name,
      // A school without an end was left as well: most people give none.
      current: (kind === "company" && to === undefined) || known?.current === true,
      ...(isSchool && { school: true as const }),
      years: [
        ...(known?.years ?? []),
        ...(from === undefined && to === undefined
          ? []
          : [{ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }]),
      ],
    });
  }
  return found;
}

/** Whether the two became connected while the user was at a company: nothing better is known of who was there with the user. */
export const isFromThen = (
  { years }: Pick<OwnCompany, "years">,
  connected: { readonly from: number; readonly to: number } | undefined,
): boolean =>
  connected !== undefined &&
  years.some(({ from = Infinity, to = Infinity }) => connected.to >= from && connected.from <= to);

/** The last of these companies (keys, oldest first) that is the user's too. */
export function sharedCompany(
  companyKeys: readonly string[],
  own: OwnCompanies,
): (OwnCompany & { readonly key: string }) | undefined {
  const key = companyKeys.findLast((one) => own.has(one));
  const company = key === undefined ? undefined : own.get(key);
  return company && key !== undefined ? { ...company, key } : undefined;
}
