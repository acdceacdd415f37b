/**
 * The people in the list of conversations. Its rows say names and nothing else: a name counts for the one person of the history who
 * has it, as long as no other row has it too. Opening a conversation teaches the history who is meant.
 */
import type { PersonOnPage } from "../../linkedin/people/person-on-page.ts";
import { rowsOfOnePerson, threadLists, threadRows } from "../../linkedin/messaging/thread-rows.ts";
import type { Page } from "../../linkedin/address/urls.ts";
import { askFromSite } from "../../protocol/transport.ts";
import type { Viewer } from "../../protocol/site-questions.ts";
import { proofOf } from "./proof.ts";
import type { ShownPerson } from "./shown.ts";

/** As many names as the background answers at once. */
const AT_ONCE = 200;

/** The lists of conversations in this document. */
export interface ThreadPeople {
  /** Takes note of lists in a part of the page; answers whether there are any. */
  note(part: ParentNode, page: Page): boolean;
  /** Whom the rows stand for now. */
  ask(viewer: Viewer | undefined): Promise<readonly ShownPerson[]>;
  /** Whether this is the name in a row, of any person. */
  isRow(anchor: Element): boolean;
}

/** No lists yet. */
export function threadPeople(): ThreadPeople {
  const lists = new Set<Element>();
  const anchors = new WeakSet<Element>();
  return {
    note(part, page) {
      const found = threadLists(part, page);
      for (const list of found) lists.add(list);
      return found.length > 0;
    },
    async ask(viewer) {
      const rows = [...lists].flatMap((list) =>
        list.isConnected ? rowsOfOnePerson(threadRows(list)) : [],
      );
      if (rows.length === 0) return [];
      const read = rows.map((row) => ({ ...row, proof: proofOf(row.place.element) }));
      const names = [...new Set(rows.map(({ name }) => name))].slice(0, AT_ONCE);
      const known = new Map(
        (await askFromSite.peopleNamed({ names, viewer })).map(({ name, alias }) => [name, alias]),
      );
      return read.flatMap(
        ({ name, place: { element, placement }, proof }): readonly ShownPerson[] => {
          anchors.add(element);
          const alias = known.get(name);
          if (alias === undefined) return [];
          const person: PersonOnPage = {
            aliases: [alias],
            name,
            anchor: element,
            placement,
            size: "compact",
            surface: "messaging",
          };
          return [{ person, proof }];
        },
      );
    },
    isRow: (anchor) => anchors.has(anchor),
  };
}
