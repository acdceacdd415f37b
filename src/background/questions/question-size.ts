/**
 * How large a question of the site may be, seen before anything of it is checked: a page that was taken over may send anything.
 */

/** The text of a question and its structure together, in characters. A page full of people with their headlines has a tenth of it. */
const MOST = 2_000_000;

/** What one value costs besides its text. */
const EACH = 8;

/** Whether a value is no larger than a question may be. Stops as soon as it is larger. */
export function isQuestionSized(value: unknown): boolean {
  let left = MOST;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    left -= EACH;
    if (typeof one === "string") left -= one.length;
    else if (Array.isArray(one)) {
      // No more is looked at than could still fit.
      if (one.length * EACH > left) return false;
      for (const item of one as readonly unknown[]) open.push(item);
    } else if (typeof one === "object" && one !== null) {
      for (const [key, item] of Object.entries(one)) {
        left -= key.length;
        if (left < 0) return false;
        open.push(item);
      }
    }
    if (left < 0) return false;
  }
  return true;
}
