import type { Placed } from "./circle.ts";

/**
 * Keys of companies where a person was before the one they were last seen at; none where that one is not known. What a headline named stands among
 * them: it is an employer only where something else says that there is such a company.
 */
export function pastCompanies({
  companyKey,
  companyKeys = [],
}: Pick<Placed, "companyKey" | "companyKeys">): readonly string[] {
  if (companyKey === undefined || companyKeys.length < 2) return [];
  const before = companyKeys.slice(0, companyKeys.lastIndexOf(companyKey));
  return [...new Set(before)].filter((key) => key !== companyKey);
}
