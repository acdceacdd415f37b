import { fieldOf } from "./fields.ts";
import { saysOtherThings } from "./headline-words.ts";
import { softFolded } from "../names/names.ts";
import type { ShownWork } from "../person/person.ts";
import { isSameEmployer } from "./same-employer.ts";
import { isSameTitle } from "./same-title.ts";

/** What changed in somebody's working life: what was shown before and after, and when the change was first seen (ms). */
export interface CareerNews {
  readonly what: "company" | "field" | "title" | "headline";
  readonly before: string;
  readonly after: string;
  /** When the old was last seen, and when the new was first seen: the change lies between. */
  readonly since: number;
  readonly at: number;
}

type CareerReader = (seen: ShownWork) => string | undefined;
type IsSame = (before: string, after: string) => boolean;

/** Something shown, with what else was shown beside it. */
interface ShownCareer extends ShownWork {
  readonly value: string;
}

/** What else a page shows at once names the old one still: "CTO at Acme | Advisor at Beta". */
const isNamedBeside = ({ headline = "", title = "", value }: ShownCareer, old: string): boolean =>
  [headline, title].some(
    (text) =>
      text !== value && softFolded(text).includes(softFolded(old)) && softFolded(old) !== "",
  );

/** The old one is seen again later, or the new one was seen before: two at a time, a second job, and no change. */
const isBesideOther = (shown: readonly ShownCareer[], place: number, isSame: IsSame): boolean => {
  const [before, after] = [shown[place - 1], shown[place]];
  if (!before || !after) return false;
  return (
    shown.slice(place + 1).some(({ value }) => isSame(before.value, value)) ||
    shown.slice(0, place - 1).some(({ value }) => isSame(value, after.value))
  );
};

/** The last time this text changed; sightings with overlapping times are two ways to say one thing, not a change. */
function lastChange(career: readonly ShownWork[], text: CareerReader, isSame: IsSame) {
  const shown = career.flatMap((seen): readonly ShownCareer[] => {
    const value = text(seen);
    return value === undefined || value.trim() === "" ? [] : [{ ...seen, value }];
  });
  for (let place = shown.length - 1; place > 0; place -= 1) {
    const [before, after] = [shown[place - 1], shown[place]];
    const since = before?.until;
    if (!before || !after || since === undefined || since >= after.at) continue;
    if (isSame(before.value, after.value) || isBesideOther(shown, place, isSame)) continue;
    if (isNamedBeside(after, before.value)) continue;
    return { before: before.value, after: after.value, since, at: after.at };
  }
  return undefined;
}

const isSameField: IsSame = (before, after) => {
  const [one, other] = [fieldOf(before), fieldOf(after)];
  return one === "unknown" || other === "unknown" || one === other;
};

/** The last change seen in a career: of company, else of the field of work, else of the title, else of what the headline says. */
export function careerNews(career: readonly ShownWork[]): CareerNews | undefined {
  if (career.length < 2) return undefined;
  const company = lastChange(career, (seen) => seen.company, isSameEmployer);
  if (company) return { what: "company", ...company };
  const field = lastChange(career, (seen) => seen.title ?? seen.headline, isSameField);
  if (field) return { what: "field", ...field };
  const title = lastChange(career, (seen) => seen.title, isSameTitle);
  if (title) return { what: "title", ...title };
  const said = lastChange(
    career,
    (seen) => seen.headline,
    (before, after) => !saysOtherThings(before, after),
  );
  return said && { what: "headline", ...said };
}
