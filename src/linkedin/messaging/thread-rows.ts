/**
 * The list of conversations. Its rows hold no link and no id (measured 2018 to 2026): only names.
 */
import { grouped } from "../page/grouped.ts";
import { namePlace, type NamePlace } from "../people/name-place.ts";
import { isElement, textLeaves } from "../page/page-text.ts";
import { CONTAINER, joined, MESSAGE_OVERLAY } from "../page/regions.ts";
import type { Page } from "../address/urls.ts";
import { matching } from "../page/whole-items.ts";
import { writtenName } from "../people/written-name.ts";

/** One row of the list. */
export interface ThreadRow {
  readonly element: Element;
  /** The name or names as written. */
  readonly name: string;
  /** Beside the name, for a badge. */
  readonly place: NamePlace;
  /** Several people: more than one picture, or "+2" after the names. */
  readonly isGroup: boolean;
  /** The mark before the snippet, in the page's language: sponsored mail, InMail. Such a row is no plain conversation. */
  readonly mark?: string;
}

const CARD = joined([
  { selector: "li:has(label[aria-label])", layout: "older", seen: "2026-10" },
  { selector: 'li:has([id^="conversation-card-"])', layout: "older", seen: "2026-10" },
  { selector: "li.msg-conversation-listitem", layout: "older", seen: "2026-10" },
]);

/** Rows that are no items of a list: each stands in wrappers of its own in the small window (2020-12 and 2026-04). */
const CARD_IN_WINDOW = '[id^="overlay-conversation-card-"]';

const rowOf = (title: Element): Element | undefined => {
  const item = title.closest("li");
  return item?.matches(CARD) === true ? item : (title.closest(CARD_IN_WINDOW) ?? rowAround(title));
};

/** What every row has in every layout: the box to select it, or its id, and the day. */
const ROW_MARKS = 'label[aria-label],[id*="conversation-card-"]';
const MOST_LEVELS = 12;

/** A row that is no item of a list and has no id of its own: the largest block with one name, the marks of a row and a day. */
function rowAround(title: Element): Element | undefined {
  let found: Element | undefined;
  let block = title.parentElement;
  for (let level = 0; block !== null && level < MOST_LEVELS; level += 1) {
    if (block.matches(`${CONTAINER},aside`) || block.querySelectorAll("h3").length > 1) break;
    if (block.querySelector(ROW_MARKS) !== null && block.querySelector("time") !== null)
      found = block;
    block = block.parentElement;
  }
  return found;
}

/** The drawn rows at or under a root; rows still empty are left out, and names that a translator may have changed. */
export function threadRows(root: ParentNode): readonly ThreadRow[] {
  return matching(root, "h3").flatMap((title) => {
    const element = rowOf(title);
    const [leaf] = element === undefined ? [] : textLeaves(title, 4);
    if (element === undefined || leaf === undefined) return [];
    const labels = [...element.querySelectorAll("label[aria-label],img[alt]")].map(
      (one) => one.getAttribute("aria-label") ?? one.getAttribute("alt") ?? "",
    );
    const name = writtenName(leaf, { aliases: [], labels });
    return name === undefined ? [] : [row(element, name, namePlace(leaf.element))];
  });
}

/** The lists that hold the rows at, under or around a root: a name has to be compared with all the others of its list. */
export function threadLists(root: ParentNode, { surface }: Page): readonly Element[] {
  if (surface !== "messaging" && !isAtWindow(root)) return [];
  const around = isElement(root) ? (root.closest(`li,${CARD_IN_WINDOW}`) ?? withName(root)) : null;
  const rows = threadRows(around ?? root);
  const lists = rows.flatMap(
    ({ element }) =>
      (element.localName === "li"
        ? element.parentElement
        : (element.closest(MESSAGE_OVERLAY) ?? element.parentElement)) ?? [],
  );
  return [...new Set(lists)].filter(
    (list) => surface === "messaging" || list.closest(MESSAGE_OVERLAY) !== null,
  );
}

/** Whether a part is in the small window with messages, or holds it. Asked first, because most parts of a page are far from any list. */
const isAtWindow = (part: ParentNode): boolean =>
  (isElement(part) && part.closest(MESSAGE_OVERLAY) !== null) ||
  part.querySelector(MESSAGE_OVERLAY) !== null;

/** The smallest block around a part of a row that holds the name of one. */
function withName(part: Element): Element | null {
  let block: Element | null = part;
  for (let level = 0; block !== null && level < MOST_LEVELS; level += 1) {
    if (block.querySelector("h3") !== null) return block;
    block = block.parentElement;
  }
  return null;
}

function row(element: Element, name: string, place: NamePlace): ThreadRow {
  const mark = markOf(element);
  return {
    element,
    name,
    place,
    isGroup: /\+\s*\d+$/.test(name) || element.querySelectorAll("img[alt]").length > 1,
    ...(mark === undefined ? {} : { mark }),
  };
}

function markOf(element: Element): string | undefined {
  for (const first of element.querySelectorAll("p > span:first-child")) {
    const [leaf] = textLeaves(first, 1);
    if (leaf !== undefined) return leaf.text;
  }
  return undefined;
}

/**
 * Rows that can be one person's: no group, no mark, and a name no other row has. Which person that is, the rows do not
 * say; a name is only as good as what was learnt when the conversation was open.
 */
export function rowsOfOnePerson(rows: readonly ThreadRow[]): readonly ThreadRow[] {
  const count = grouped(rows, ({ name }) => name);
  return rows.filter(
    ({ name, isGroup, mark }) => !isGroup && mark === undefined && count.get(name)?.length === 1,
  );
}
