import { useState } from "preact/hooks";
import type { PersonId } from "../domain/person/person.ts";

interface HeldRow {
  readonly id: PersonId;
}

/** A row the user did something about, and the one it stood under. */
interface Held<Kind extends HeldRow> {
  readonly row: Kind;
  readonly after: PersonId | undefined;
}

/** The rows, and in their old places those that are held and no longer among them. */
function withHeld<Kind extends HeldRow>(
  rows: readonly Kind[],
  held: readonly Held<Kind>[],
): readonly Kind[] {
  let all = rows;
  for (const { row, after } of held) {
    if (all.some(({ id }) => id === row.id)) continue;
    const place = all.findIndex(({ id }) => id === after) + 1;
    all = [...all.slice(0, place), row, ...all.slice(place)];
  }
  return all;
}

/**
 * The rows of a list that may be asked for again at any moment. What the user did something about stays in its place, with the way
 * back and the focus on it, although the list knows it no longer.
 *
 * @returns the rows to show, and what to call with a row that something is done about
 */
export function useHeld<Kind extends HeldRow>(
  rows: readonly Kind[],
): readonly [readonly Kind[], (row: Kind) => void] {
  const [held, setHeld] = useState<readonly Held<Kind>[]>([]);
  const shown = withHeld(rows, held);
  const hold = (row: Kind) => {
    const place = shown.findIndex(({ id }) => id === row.id);
    const others = held.filter((one) => one.row.id !== row.id);
    setHeld([...others, { row, after: shown[place - 1]?.id }]);
  };
  return [shown, hold];
}
