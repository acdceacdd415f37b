import { companyKey } from "./company-name.ts";
import { fieldOf } from "./fields.ts";
import { saysOtherThings } from "./headline-words.ts";
import type { CareerSighting } from "./person.ts";

/** What changed in somebody's working life: what was shown before and after, and when the change was first seen (ms). */
export interface CareerNews {
  readonly what: "company" | "field" | "title" | "headline";
  readonly before: string;
  readonly after: string;
  /** When the old was last seen, and when the new was first seen: the change lies between. */
  readonly since: number;
  readonly at: number;
}

type Reading = (seen: CareerSighting) => string | undefined;

const isOther = (before: string, after: string) => before !== after;

/** The last time this text changed, by its key; sightings whose times overlap are two ways to say one thing, not a change. */
function lastChange(
  career: readonly CareerSighting[],
  text: Reading,
  key: (text: string) => string | undefined,
  differ = isOther,
) {
  const shown = career.flatMap((seen) => {
    const value = text(seen);
    const name = value === undefined ? undefined : key(value);
    return value === undefined || name === undefined ? [] : [{ ...seen, value, name }];
  });
  for (let place = shown.length - 1; place > 0; place -= 1) {
    const [before, after] = [shown[place - 1], shown[place]];
    if (!before || !after || before.until >= after.at) continue;
    if (!differ(before.name, after.name)) continue;
    return { before: before.value, after: after.value, since: before.until, at: after.at };
  }
  return undefined;
}

const known = (title: string) => {
  const field = fieldOf(title);
  return field === "unknown" ? undefined : field;
};

/** The last change seen in a career: of company, else of the field of work, else of the title, else of what the headline says. */
export function careerNews(career: readonly CareerSighting[]): CareerNews | undefined {
  if (career.length < 2) return undefined;
  const title: Reading = (seen) => seen.title;
  const company = lastChange(career, (seen) => seen.company, companyKey);
  if (company) return { what: "company", ...company };
  const field = lastChange(career, (seen) => seen.title ?? seen.headline, known);
  if (field) return { what: "field", ...field };
  const named = lastChange(career, title, companyKey);
  if (named) return { what: "title", ...named };
  const said = lastChange(
    career,
    (seen) => seen.headline,
    (headline) => headline,
    saysOtherThings,
  );
  return said && { what: "headline", ...said };
}
