/** Lists of recipients. Conversations repeat theirs, so each list is kept once. */
import { NOBODY, type ArchivePeople } from "./people.ts";
import { ownCopy } from "./texts.ts";

export interface RecipientList {
  /** Recipients with an address of a member. Unique. */
  readonly people: readonly number[];
  /** How many addresses there are, closed accounts included. */
  readonly size: number;
}

export interface RecipientLists {
  /** Number of the list a cell of comma-separated addresses holds. */
  numberOf(cell: string): number;
  list(number: number): RecipientList;
}

const NO_LIST: RecipientList = { people: [], size: 0 };

export function recipientLists(everybody: ArchivePeople): RecipientLists {
  const numbers = new Map<string, number>();
  const lists: RecipientList[] = [];
  const parsed = (cell: string): RecipientList => {
    // Commas inside an address are percent-encoded.
    const addresses = [...new Set(cell.split(",").map((address) => address.trim()))].filter(
      (one) => one !== "",
    );
    const found = addresses
      .map((address) => everybody.ofUrl(address))
      .filter((person) => person !== NOBODY);
    return { people: [...new Set(found)], size: addresses.length };
  };
  return {
    numberOf(cell) {
      const known = numbers.get(cell);
      if (known !== undefined) return known;
      const copy = ownCopy(cell);
      numbers.set(copy, lists.length);
      return lists.push(parsed(copy)) - 1;
    },
    list: (number) => lists[number] ?? NO_LIST,
  };
}
