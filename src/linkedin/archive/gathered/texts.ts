/** Each text once, by number. */

/**
 * A text that shares no memory with the one it came from. Engines let a cell point into the megabyte it was cut out of, and
 * code that keeps the cell keeps the messages around it.
 */
export function ownCopy(text: string): string {
  const copy: unknown = JSON.parse(JSON.stringify(text));
  return typeof copy === "string" ? copy : "";
}

export interface Texts {
  readonly size: number;
  /** The number of a text, a new one for a text not met before. */
  numberOf(text: string): number;
  /** The number of a text met before, -1 for others. */
  find(text: string): number;
  text(number: number): string;
}

export function texts(): Texts {
  const numbers = new Map<string, number>();
  const list: string[] = [];
  return {
    get size() {
      return list.length;
    },
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const copy = ownCopy(text);
      numbers.set(copy, list.length);
      return list.push(copy) - 1;
    },
    find: (text) => numbers.get(text) ?? -1,
    text: (number) => list[number] ?? "",
  };
}
