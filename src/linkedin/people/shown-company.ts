/**
 * Where somebody works now, as the top card of a profile shows it: beside its picture, in something to press.
 */
import { textLeaves } from "../page/page-text.ts";
import { joined } from "../page/regions.ts";

/** Pictures of the companies and schools of a top card. */
const PICTURE = joined([
  { selector: "li button img", layout: "older", seen: "2025-04" },
  { selector: '[role="button"] figure', layout: "newer", seen: "2026-04" },
]);

/**
 * The company a top card shows. It comes before the school; where only one of the two is there, it is the company if the line under the
 * name says it too, and otherwise nobody knows.
 */
export function shownCompany(card: Element, headline: string | undefined): string | undefined {
  const shown = [...card.querySelectorAll(PICTURE)].flatMap((picture) => {
    const whole = picture.closest('button,[role="button"]');
    const leaf = whole === null ? undefined : textLeaves(whole, 1)[0];
    return leaf === undefined || leaf.translated === true ? [] : [leaf.text];
  });
  const [first, ...more] = shown;
  const says = (name: string): boolean =>
    headline?.toLowerCase().includes(name.toLowerCase()) === true;
  return first !== undefined && (more.length === 1 || (more.length === 0 && says(first)))
    ? first
    : undefined;
}
