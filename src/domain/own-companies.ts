/**
 * Where the user worked: whoever worked there too is of the same circle, talked with or not.
 */
import type { ImportedCircle } from "./archive-import.ts";
import { companyKey } from "./company-name.ts";

/** A company the user works or worked at. */
export interface OwnCompany {
  /** As the user's own profile names it. */
  readonly name: string;
  /** The user works there still. */
  readonly current: boolean;
}

/** The user's companies by the key their spellings share, see `companyKey`. */
export type OwnCompanies = ReadonlyMap<string, OwnCompany>;

/** The companies among the circles of imports, oldest import first; of a company named twice the last name stays. */
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
