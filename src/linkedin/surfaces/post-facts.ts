/**
 * Posts and comments a page shows: their author, when they were made, and whether the viewer reacted. What they say is
 * never looked at.
 */
import type { Alias } from "../../domain/person/person.ts";
import { commentId, postId, postOfKey, type CommentId, type PostId } from "../address/ids.ts";
import { peopleOnPage, type PersonOnPage } from "../people/people-on-page.ts";
import { readOnce, type ReadOnce } from "../people/read-once.ts";
import { isElement } from "../page/page-text.ts";
import { joined, POST, WRITTEN_TEXT } from "../page/regions.ts";
import { aliasesFromUrl, type Page } from "../address/urls.ts";
import { matching } from "../page/whole-items.ts";

/** One post, without its comments. */
export interface PostFacts {
  readonly element: Element;
  /** Id and moment; absent where the newer layout's key does not decode. */
  readonly id?: PostId;
  /** Whose post it is; absent for pages of companies. */
  readonly author?: Author;
  readonly reaction?: ReactionState;
  /** Everybody its text links to. */
  readonly mentions: readonly Mention[];
}

/** One comment. */
export interface CommentFacts {
  readonly element: Element;
  readonly id: CommentId;
  readonly author?: Author;
  readonly reaction?: ReactionState;
  readonly mentions: readonly Mention[];
  /** Author of the comment this one replies to. */
  readonly parent?: Author;
}

/** Somebody a text links to: the aliases of one link. */
export type Mention = readonly Alias[];

export interface Author {
  readonly aliases: readonly Alias[];
  readonly name: string;
}

/** The viewer's own reaction, as its button states it. */
export interface ReactionState {
  readonly button: Element;
  /** `undefined` where the button states it in words only; `label` then tells a change. */
  readonly pressed?: boolean;
  /** The button's words, in the page's language: good for comparing with itself, for nothing else. */
  readonly label: string;
}

const COMMENT = joined([
  { selector: '[data-id^="urn:li:comment:"]', layout: "older", seen: "2026-08" },
  { selector: '[componentkey^="replaceableComment_"]', layout: "newer", seen: "2026-08" },
]);

/** What was added to a post with the whole post around it: a comment alone has neither the author of its post nor a button. */
export function wholePost(root: ParentNode): ParentNode {
  let whole = root;
  for (let post = isElement(root) ? root.closest(POST) : null; post; post = nextAround(post))
    whole = post;
  return whole;
}

const nextAround = (post: Element): Element | null => post.parentElement?.closest(POST) ?? null;

/**
 * The posts at or under a root.
 *
 * @param once what was read of the page before, in the same go
 */
export function postsOnPage(
  root: ParentNode,
  page: Page,
  once: ReadOnce = readOnce(),
): readonly PostFacts[] {
  const posts = matching(root, POST).filter(
    (element) => !element.matches(COMMENT) && isOutermost(element),
  );
  return posts.map((element) => {
    const own = peopleOnPage(element, page, { once }).filter(
      ({ anchor, isReposter }) => commentAround(anchor) === null && isReposter !== true,
    );
    const author = own[0];
    const id = idOfPost(element, page);
    const reaction = reactionOf(element);
    return {
      element,
      mentions: mentionsIn(element),
      ...(id === undefined ? {} : { id }),
      ...(author === undefined ? {} : { author: authorOf(author) }),
      ...(reaction === undefined ? {} : { reaction }),
    };
  });
}

/**
 * The post that an element belongs to, and to nothing else under it, for certain: the element stands above the bar to react with, below
 * which comments begin, and the post begins with a person and not with a company that hands somebody's post on.
 */
export function postAround(element: Element, page: Page): PostFacts | undefined {
  const [post] = postsOnPage(wholePost(element), page);
  const bar = post?.reaction?.button;
  return post?.element.querySelector("a[href]")?.matches('a[href*="/in/"]') &&
    bar &&
    element.compareDocumentPosition(bar) === FOLLOWING
    ? post
    : undefined;
}

/** `Node.DOCUMENT_POSITION_FOLLOWING` */
const FOLLOWING = 4;

/**
 * The comments at or under a root.
 *
 * @param once what was read of the page before, in the same go
 */
export function commentsOnPage(
  root: ParentNode,
  page: Page,
  once: ReadOnce = readOnce(),
): readonly CommentFacts[] {
  return matching(root, COMMENT).flatMap((element) => {
    const key = keyOf(element);
    const id = commentId(key);
    // The newer layout gives three blocks inside one another the same key (2026-04): the innermost holds the comment.
    if (
      id === undefined ||
      matching(element, COMMENT).filter((one) => keyOf(one) === key).length > 1
    )
      return [];
    const author = authorOfComment(element, page, once);
    let above = element.parentElement?.closest(COMMENT);
    while (above && keyOf(above) === key) above = above.parentElement?.closest(COMMENT);
    const parent = above ? authorOfComment(above, page, once) : undefined;
    const reaction = reactionOf(element);
    return [
      {
        element,
        id,
        mentions: mentionsIn(element),
        ...(author === undefined ? {} : { author }),
        ...(parent === undefined ? {} : { parent }),
        ...(reaction === undefined ? {} : { reaction }),
      },
    ];
  });
}

function authorOfComment(comment: Element, page: Page, once: ReadOnce): Author | undefined {
  const [first] = peopleOnPage(comment, page, { once }).filter(
    ({ anchor }) => keyOf(commentAround(anchor)) === keyOf(comment),
  );
  return first === undefined ? undefined : authorOf(first);
}

const authorOf = ({ aliases, name }: PersonOnPage): Author => ({ aliases, name });

const commentAround = (element: Element): Element | null => element.closest(COMMENT);

const keyOf = (comment: Element | null): string =>
  comment?.getAttribute("data-id") ?? comment?.getAttribute("componentkey") ?? "";

function mentionsIn(block: Element): readonly Mention[] {
  const own = block.matches(COMMENT) ? block : null;
  return (
    [...block.querySelectorAll('a[href*="/in/"]')]
      .filter((link) => commentAround(link) === own && link.closest(WRITTEN_TEXT) !== null)
      // The older layout puts a link by slug inside a link by member id: one mention, not two.
      .filter((link) => link.querySelector('a[href*="/in/"]') === null)
      .map((link) => aliasesFromUrl(link.getAttribute("href") ?? ""))
      .filter((aliases) => aliases.length > 0)
  );
}

/** A post inside a post is a part of it, except a list's item that holds the post's element. */
function isOutermost(element: Element): boolean {
  return element.parentElement?.closest(POST) == null;
}

function idOfPost(post: Element, page: Page): PostId | undefined {
  const holders = matching(post, '[data-urn^="urn:li:"],[data-id^="urn:li:"]').filter(
    (holder) => !holder.matches(COMMENT),
  );
  for (const holder of holders) {
    const id = postId(holder.getAttribute("data-urn") ?? holder.getAttribute("data-id") ?? "");
    if (id !== undefined) return id;
  }
  for (const holder of matching(post, '[componentkey*="-replaceableCommentTools"]')) {
    const id = postOfKey(holder.getAttribute("componentkey") ?? "");
    if (id !== undefined) return id;
  }
  for (const comment of matching(post, COMMENT)) {
    const id = commentId(keyOf(comment));
    if (id !== undefined) return { post: id.post, ...postId(id.post) };
  }
  // Items of other lists on the page, for example of reactions, are not its post.
  return page.post && reactionOf(post) ? postId(`activity:${page.post}`) : undefined;
}

/**
 * The button of the viewer's reaction: the one with a label that shares its row with a labelled button for the menu of
 * reactions.
 */
function reactionOf(block: Element): ReactionState | undefined {
  const menus = [...block.querySelectorAll("button[aria-expanded][aria-label]")];
  for (const menu of menus) {
    if (commentAround(menu) !== (block.matches(COMMENT) ? block : null)) continue;
    const button = buttonBefore(menu);
    if (button === undefined) continue;
    const pressed = button.getAttribute("aria-pressed");
    const label = button.getAttribute("aria-label") ?? "";
    return {
      button,
      label,
      ...(pressed === "true" || pressed === "false" ? { pressed: pressed === "true" } : {}),
    };
  }
  return undefined;
}

function buttonBefore(menu: Element): Element | undefined {
  const before = menu.previousElementSibling;
  const button = before?.localName === "button" ? before : before?.querySelector("button");
  return button?.hasAttribute("aria-label") === true && !button.hasAttribute("aria-expanded")
    ? button
    : undefined;
}

/**
 * Whether the viewer's reaction was set or taken back between two readings of one button. Where only words tell, the
 * words of a button nobody reacted with are needed to tell which of the two it was.
 *
 * @param untouched labels seen on buttons that state no reaction
 */
export function reactionChange(
  before: Pick<ReactionState, "pressed" | "label">,
  after: Pick<ReactionState, "pressed" | "label">,
  untouched: ReadonlySet<string>,
): "set" | "taken back" | undefined {
  if (before.pressed !== undefined && after.pressed !== undefined) {
    if (before.pressed === after.pressed) return undefined;
    return after.pressed ? "set" : "taken back";
  }
  if (before.label === after.label) return undefined;
  if (untouched.has(before.label)) return "set";
  return untouched.has(after.label) ? "taken back" : undefined;
}
