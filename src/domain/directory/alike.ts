/**
 * People who look like one: an archive tells two addresses of somebody who changed theirs as two people.
 */
import { companyKey } from "../career/company-name.ts";
import { folded } from "../names/names.ts";
import { isAlias } from "../records/subject.ts";
import type { PersonRecord } from "./person-record.ts";

/** The company that was shown last, as it is compared; `undefined` where none was shown. */
const lastCompany = ({ career }: PersonRecord): string | undefined => {
  const company = career.at(-1)?.company;
  return company === undefined ? undefined : companyKey(company);
};

/**
 * Whether two people have one name, one company, and were connected on one day. It is a reason to ask, never to join: two people called
 * the same may have started at a company together.
 */
export function isAlike(one: PersonRecord, other: PersonRecord): boolean {
  if (one.subject === other.subject || !isAlias(one.subject) || !isAlias(other.subject))
    return false;
  const [company, connected] = [lastCompany(one), one.summary.connected];
  const connectedThen = other.summary.connected;
  return (
    folded(one.name.value) === folded(other.name.value) &&
    company !== undefined &&
    company === lastCompany(other) &&
    connected !== undefined &&
    connectedThen !== undefined &&
    connected.from <= connectedThen.to &&
    connectedThen.from <= connected.to
  );
}
