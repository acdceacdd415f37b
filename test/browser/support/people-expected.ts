/**
 * Whom a page of the practice site is about, told by what the site itself was given to draw it from.
 */
import type { Network } from "../../../practice/network/network.ts";
import type {
  CommentView,
  ConversationView,
  Page,
  PersonView,
  PostView,
} from "../../../practice/site/page.ts";

const authors = ({ author, reshared }: PostView): readonly PersonView[] => [
  ...(author === undefined ? [] : [author]),
  ...(reshared === undefined ? [] : authors(reshared)),
];

const commenters = ({ author, replies }: CommentView): readonly PersonView[] => [
  author,
  ...replies.flatMap(commenters),
];

/** Rows whose name says who they are: of one person, with a name nobody else has, in the list or in the network. */
export function namedRows(
  rows: readonly ConversationView[],
  { people }: Network,
): readonly PersonView[] {
  return rows.flatMap(({ kind, people: [person], title }) => {
    const isPlain = kind === "pair" && person !== undefined;
    const isOne =
      rows.filter((row) => row.title === title).length === 1 &&
      people.filter(({ name }) => name.toLowerCase() === title.toLowerCase()).length === 1;
    return isPlain && isOne ? [person] : [];
  });
}

function everybody(page: Page, network: Network): readonly PersonView[] {
  switch (page.surface) {
    case "profile":
      return [page.person];
    case "feed":
      return page.posts.flatMap(authors);
    case "post":
      return [...authors(page.post), ...page.post.shown.flatMap(commenters)];
    case "messaging": {
      const { thread, conversations, compose } = page;
      const head = thread?.conversation.people.length === 1 ? thread.conversation.people : [];
      return [
        ...head,
        ...(compose === undefined ? [] : [compose]),
        ...namedRows(conversations, network),
      ];
    }
    case "notifications":
      return [];
    case "company":
      // Every ninth card is of a member who shows no name.
      return page.rows.flatMap(({ person }, index) => (index % 9 === 8 ? [] : [person]));
    default:
      return page.rows.map(({ person }) => person);
  }
}

/** The names that need a badge, one for each card, in the alphabet's order. The viewer needs none. */
export const expectedNames = (page: Page, network: Network): readonly string[] =>
  everybody(page, network)
    .filter(({ relation }) => relation !== "self")
    .map(({ name }) => name)
    .toSorted();
