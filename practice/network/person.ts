import { DAY_MS, history } from "./history.ts";
import type {
  InventedIdentity,
  InventedJob,
  InventedPerson,
  InventedPost,
  TieStory,
} from "./invented.ts";
import { CREDENTIALS, HONORIFICS, NAMINGS, type Naming } from "./names.ts";
import { COMPANIES, RECRUITING_TITLES, TAGLINES, TITLES } from "./occupations.ts";
import type { Random } from "./random.ts";
import { hexDigits, memberId } from "./site-ids.ts";

const TOTAL_WEIGHT = NAMINGS.reduce((sum, { weight }) => sum + weight, 0);

/** How common each story is among connections: most people never talk. */
const STORIES: readonly (readonly [TieStory, number])[] = [
  ["strong", 0.05],
  ["fading", 0.15],
  ["dormant", 0.24],
  ["recruiter", 0.08],
  ["audience", 0.08],
  ["never", 0.4],
];

export interface Naked {
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly latin: string;
  readonly location: string;
}

function naming(random: Random): Naming {
  let left = random.unit() * TOTAL_WEIGHT;
  for (const candidate of NAMINGS) {
    left -= candidate.weight;
    if (left < 0) return candidate;
  }
  return random.pick(NAMINGS);
}

/** A name as people write theirs: with credentials, emoji, single letters. */
export function fullName(random: Random): Naked {
  const { given, family, places, familyFirst, joined } = naming(random);
  const [first = "", firstLatin = first] = random.pick(given).split("|");
  const [last = "", lastLatin = last] = random.pick(family).split("|");
  const short = last.length > 2 && !joined && random.chance(0.02);
  const shownLast = short ? `${last.charAt(0)}.` : last;
  const parts = familyFirst ? [shownLast, first] : [first, shownLast];
  const bare = parts.join(joined ? "" : " ");
  const before = random.chance(0.015) ? random.pick(HONORIFICS) : "";
  const after = random.chance(0.04) ? random.pick(CREDENTIALS) : "";
  return {
    firstName: first,
    lastName: `${shownLast}${after}`,
    name: `${before}${bare}${after}`,
    latin: `${firstLatin} ${lastLatin}`,
    location: random.pick(places),
  };
}

/** The last part of a profile address, decoded: plain, or with accents and scripts kept (about one in ten). */
function slug(random: Random, naked: Naked, taken: Set<string>): string {
  const kept = random.chance(0.1);
  const base = kept ? `${naked.firstName} ${naked.lastName}` : naked.latin;
  const plain = (kept ? base.normalize("NFC") : base.normalize("NFD").replace(/\p{M}/gu, ""))
    .toLowerCase()
    .normalize("NFC")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("đ", "d");
  const words =
    plain.replace(kept ? /[^\p{L}\p{M}\p{N}]+/gu : /[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") ||
    "member";
  let candidate = random.chance(0.35) ? words : `${words}-${hexDigits(random, random.whole(6, 9))}`;
  while (taken.has(candidate)) candidate = `${words}-${hexDigits(random, 9)}`;
  taken.add(candidate);
  return candidate;
}

/** Jobs, oldest first, the last one being the present one. */
function career(
  random: Random,
  story: TieStory,
  years: number,
  now: number,
): readonly InventedJob[] {
  const changes = random.chance(0.45) ? random.whole(1, 3) : 0;
  const moments = Array.from({ length: changes }, () => now - random.unit() * years * 365 * DAY_MS)
    .map(Math.floor)
    .toSorted((one, other) => one - other);
  const starts = [Math.floor(now - (years + random.whole(1, 9)) * 365 * DAY_MS), ...moments];
  let company: string = random.pick(COMPANIES);
  return starts.map((from, index) => {
    if (index > 0 && random.chance(0.7)) company = random.pick(COMPANIES);
    const title = random.pick(story === "recruiter" ? RECRUITING_TITLES : TITLES);
    const until = starts[index + 1];
    return until === undefined ? { company, title, from } : { company, title, from, until };
  });
}

/** Everything that says who somebody is. */
export function identity(
  random: Random,
  naked: Naked,
  job: InventedJob,
  taken: Set<string>,
): InventedIdentity {
  const tagline = random.chance(0.35) ? ` | ${random.pick(TAGLINES)}` : "";
  const headline = random.chance(0.06) ? "--" : `${job.title} at ${job.company}${tagline}`;
  return {
    slug: slug(random, naked, taken),
    memberId: memberId(random),
    memberNumber: random.whole(1_000_000, 1_400_000_000),
    name: naked.name,
    firstName: naked.firstName,
    lastName: naked.lastName,
    headline,
    company: job.company,
    title: job.title,
    location: naked.location,
  };
}

function story(random: Random): TieStory {
  let left = random.unit();
  for (const [candidate, share] of STORIES) {
    left -= share;
    if (left < 0) return candidate;
  }
  return "never";
}

interface Surroundings {
  readonly years: number;
  readonly now: number;
  readonly ownPosts: readonly InventedPost[];
  /** Addresses in use; grows. */
  readonly taken: Set<string>;
  /** Somebody's name to carry too, so that names are not unique. */
  readonly namesake?: InventedIdentity | undefined;
}

/** One invented person with a whole history. */
export function person(
  random: Random,
  { years, now, ownPosts, taken, namesake }: Surroundings,
): InventedPerson {
  const own = fullName(random);
  const naked = namesake
    ? { ...own, name: namesake.name, firstName: namesake.firstName, lastName: namesake.lastName }
    : own;
  const place = random.unit();
  const degree = place < 0.76 ? 1 : place < 0.92 ? 2 : 3;
  const course = degree === 1 ? story(random) : random.chance(0.12) ? "recruiter" : "never";
  const jobs = career(random, course, years, now);
  const job = jobs.at(-1);
  if (!job) throw new Error("nobody is without a job here");
  const spanDays = Math.max(2, years * 365 - 10);
  const youngest = course === "dormant" ? Math.min(spanDays - 1, 500) : 1;
  const connectedAt =
    degree === 1
      ? Math.floor(now - (youngest + random.unit() ** 1.3 * (spanDays - youngest)) * DAY_MS)
      : undefined;
  const { interactions, posts } = history(random, { story: course, connectedAt, now, ownPosts });
  const who = identity(random, naked, job, taken);
  const former = random.chance(0.03) ? [`${slug(random, own, taken)}`] : [];
  return {
    ...who,
    degree,
    story: course,
    formerSlugs: former,
    career: jobs,
    interactions,
    posts,
    ...(connectedAt === undefined ? {} : { connectedAt }),
  };
}
