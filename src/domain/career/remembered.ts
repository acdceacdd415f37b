/** Longer texts are no names, and are not remembered. */
const LONGEST = 200;

/** More texts than are in use at a time: the companies and titles of a large network. */
const MOST = 5000;

/** The same function, which remembers what it answered for texts of late: many people have the same employer or title. */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.answer;
    const made = answer(text);
    if (text.length > LONGEST) return made;
    if (known.size === MOST) known.clear();
    known.set(text, { answer: made });
    return made;
  };
}
