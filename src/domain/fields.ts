import { folded } from "./names.ts";

/** Fields of work people are told apart by. */
export const FIELDS = [
  "engineering",
  "data",
  "design",
  "product",
  "research",
  "science",
  "marketing",
  "sales",
  "finance",
  "legal",
  "people",
  "operations",
  "healthcare",
  "education",
  "media",
  "construction",
  "hospitality",
  "public",
  "consulting",
  "leadership",
] as const;
export type Field = (typeof FIELDS)[number];

/** The field of work a title or headline tells, or "unknown" rather than a guess. */
export function fieldOf(title: string | undefined): Field | "unknown" {
  if (title === undefined) return "unknown";
  const words = folded(title);
  if (/engineer|developer|entwickler/u.test(words)) return "engineering";
  return "unknown";
}
