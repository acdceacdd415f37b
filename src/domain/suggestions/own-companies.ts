/**
 * Where the user worked: whoever worked there too is of the same circle, talked with or not.
 */
import type { ImportedCircle } from "../records/archive-import.ts";
import { companyKey } from "../career/company-name.ts";

/** A company the user works or worked at. */
export interface OwnCompany {
  /** As the user's own profile names it. */
  readonly name: string;
  /** The user works there still. */
  readonly current: boolean;
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

/** The companies among circles in the order they were said; of a company named twice the last name stays. */
export function ownCompanies(circles: readonly ImportedCircle[]): OwnCompanies {
  const found = new Map<string, OwnCompany>();
  for (const { kind, name, to } of circles) {
    const key = kind === "company" ? companyKey(name) : undefined;
    if (key === undefined) continue;
    found.set(key, { name, current: to === undefined || found.get(key)?.current === true });
  }
  return found;
}

/** The last of these companies (keys, oldest first) that is the user's too. */
export function sharedCompany(
  companyKeys: readonly string[],
  own: OwnCompanies,
): (OwnCompany & { readonly key: string }) | undefined {
  const key = companyKeys.findLast((one) => own.has(one));
  const company = key === undefined ? undefined : own.get(key);
  return company && key !== undefined ? { ...company, key } : undefined;
}
