/**
 * Pages made up out of the fixtures: what other extensions, translators and later versions of the site do to them, at random places.
 */
import fc from "fast-check";
import { aliasesFromUrl } from "../../../src/linkedin/address/urls.ts";
import { expected, FIXTURES, fixturePage } from "../fixture-page.ts";

/** One thing done to a page: what, where (as a share of all possible places), and which variant. */
export interface Change {
  readonly what: keyof typeof CHANGES;
  readonly where: number;
  readonly variant: number;
}

const XHTML = "http://www.w3.org/1999/xhtml";
const PERSON = 'a[href*="/in/"]';

/** Words other extensions write beside people. */
export const FOREIGN = [
  "Follow up",
  "CRM",
  "★ Hot lead",
  "Note (2)",
  "2nd · commented",
  "Open in Kitebook",
  "Ask for a call",
] as const;

/** What actions are called that are drawn as links with the address of the page. */
const ACTS = ["Message", "Withdraw", "Try it", "Retirar", "Connect"] as const;

/** What a translator makes of the last word of a name. */
export const TRANSLATED = "Waldschloss";

const made = (document: Document, name: string, text = ""): Element => {
  const element = document.createElementNS(XHTML, name);
  element.textContent = text;
  return element;
};

const at = <T>(things: readonly T[], where: number): T | undefined =>
  things[Math.min(things.length - 1, Math.floor(where * things.length))];

const linksIn = (root: ParentNode): readonly Element[] => [...root.querySelectorAll(PERSON)];

/** Texts as nodes, without those that are no part of what the page shows. */
function textsIn(root: ParentNode): readonly Text[] {
  return [...root.querySelectorAll("body *,*")]
    .filter((element) => !/^(?:script|style|code|template|title|head)$/.test(element.localName))
    .flatMap((element) => [...element.childNodes])
    .filter((node): node is Text => node.nodeType === 3 && (node.nodeValue ?? "").trim() !== "");
}

/** A link that another extension adds to a person: its text is the slug, or the extension's own words. */
function chip(document: Document, link: Element, variant: number): Element {
  const href = link.getAttribute("href") ?? "";
  const [alias = ""] = aliasesFromUrl(href);
  const slug = alias.slice(alias.indexOf(":") + 1);
  const wrapper = made(document, variant % 2 === 0 ? "div" : "span");
  const text = variant % 3 === 0 ? slug : (FOREIGN[variant % FOREIGN.length] ?? "");
  const added = made(document, "a", text);
  added.setAttribute("href", `/in/${slug}/`);
  // A link by member id says nothing about its text: what tells it from the site's is only that it opens a tab of its own.
  if (variant % 4 < 2 || alias.startsWith("member:")) added.setAttribute("target", "_blank");
  wrapper.append(added, made(document, "button", "2nd · Follow up"));
  return wrapper;
}

const CHANGES = {
  /** Beside a link to the person. */
  "chip beside": (document, root, { where, variant }) => {
    const link = at(linksIn(root), where);
    link?.after(chip(document, link, variant));
  },
  /** At the foot of the person's item. */
  "chip at the foot": (document, root, { where, variant }) => {
    const link = at(linksIn(root), where);
    link?.closest('[role="listitem"],li,article,section')?.append(chip(document, link, variant));
  },
  /** Before a link to the person, where scripts look for the first link. */
  "chip before": (document, root, { where, variant }) => {
    const link = at(linksIn(root), where);
    link?.before(chip(document, link, variant));
  },
  /** What readers of other kinds put around a link, with attributes of their own. */
  "link wrapped": (document, root, { where, variant }) => {
    const link = at(linksIn(root), where);
    const wrapper = made(document, variant % 2 === 0 ? "span" : "div");
    wrapper.setAttribute(variant % 3 === 0 ? "title" : "data-note", FOREIGN[0]);
    link?.replaceWith(wrapper);
    if (link !== undefined) wrapper.append(link);
  },
  /** Scripts that copy rows, such as those that pin one to the top. */
  "item copied": (_document, root, { where }) => {
    const item = at(linksIn(root), where)?.closest('[role="listitem"],li,article');
    item?.before(item.cloneNode(true));
  },
  /** Words without a link beside a name. */
  "words beside": (document, root, { where, variant }) => {
    const words = made(document, "span", FOREIGN[variant % FOREIGN.length]);
    at(linksIn(root), where)?.after(words);
  },
  /** A translator that leaves names alone. */
  "font around every text": (document, root) => {
    for (const text of textsIn(root)) {
      const [outer, inner] = [made(document, "font"), made(document, "font", text.nodeValue ?? "")];
      outer.append(inner);
      text.replaceWith(outer);
    }
  },
  /** A translator that takes names for words. */
  "font with other words": (document, root, { variant }) => {
    document.documentElement.setAttribute("class", "translated-ltr");
    for (const text of textsIn(root)) {
      const words = (text.nodeValue ?? "").replace(/\p{L}+(?=\s*$)/u, TRANSLATED);
      const [outer, inner] = [made(document, "font"), made(document, "font", words)];
      outer.append(inner);
      if (variant % 2 === 0) text.replaceWith(outer);
      else text.replaceWith(inner);
    }
  },
  /** An action drawn as a link with the address of the page, in the bar on top. */
  "act in the bar": (document, _root, { variant }, url) => {
    const bar =
      document.querySelector('[data-testid="primary-nav"],#global-nav') ?? made(document, "div");
    if (bar.parentNode === null) {
      bar.setAttribute("data-testid", "primary-nav");
      document.body.prepend(bar);
    }
    const act = made(document, "a", ACTS[variant % ACTS.length]);
    act.setAttribute("href", url);
    bar.append(act);
  },
  /** The same in a card. */
  "act in a card": (document, root, { where, variant }, url) => {
    const act = made(document, "a", ACTS[variant % ACTS.length]);
    act.setAttribute("href", url);
    at(linksIn(root), where)?.parentElement?.append(act);
  },
  /** Attributes that come and go with versions of the site. */
  "attribute gone": (_document, root, { variant }) => {
    const name = ["data-view-name", "componentkey", "aria-label", "title", "id"][variant % 5] ?? "";
    for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  },
  "attribute one level up": (_document, root, { where, variant }) => {
    const name = ["componentkey", "data-view-name", "data-urn"][variant % 3] ?? "";
    const element = at([...root.querySelectorAll(`[${name}]`)], where);
    const parent = element?.parentElement;
    if (element === undefined || parent == null || parent.matches("main,body,html")) return;
    parent.setAttribute(name, element.getAttribute(name) ?? "");
    element.removeAttribute(name);
  },
  "attribute one level down": (_document, root, { where, variant }) => {
    const name = ["componentkey", "data-view-name", "data-urn"][variant % 3] ?? "";
    const element = at([...root.querySelectorAll(`[${name}]`)], where);
    const child = element?.firstElementChild;
    if (element === undefined || child == null || child.hasAttribute(name)) return;
    child.setAttribute(name, element.getAttribute(name) ?? "");
    element.removeAttribute(name);
  },
  /** A picture that is not there, or says nothing. */
  "picture gone": (_document, root, { where, variant }) => {
    const picture = at([...root.querySelectorAll("img,figure")], where);
    if (variant % 2 === 0) picture?.setAttribute("alt", "");
    else picture?.replaceWith();
  },
  /** A piece of text that is not there, which is nobody's name and no landmark of a card. */
  "text gone": (_document, root, { where }) => {
    const pieces = [...root.querySelectorAll("p,span,div")].filter(
      (element) => element.children.length === 0 && element.closest(`${PERSON},h1,h2`) === null,
    );
    at(pieces, where)?.remove();
  },
  /** A whole piece of a card that is not there, with no person in it. */
  "piece gone": (_document, root, { where }) => {
    const pieces = [...root.querySelectorAll("section,ul,div,button")].filter(
      (element) =>
        element.closest(`${PERSON},h1`) === null &&
        element.querySelector(`${PERSON},h1,h2,h3,main`) === null &&
        !element.matches('[role="listitem"],[data-event-urn]'),
    );
    at(pieces, where)?.remove();
  },
} as const satisfies Readonly<
  Record<string, (document: Document, root: ParentNode, change: Change, url: string) => void>
>;

/** Everything that can be done to a page. */
export const KINDS = Object.keys(CHANGES) as readonly Change["what"][];

/** A fixture and what is done to it. */
export const madeUpPages = fc.record({
  fixture: fc.constantFrom(...FIXTURES),
  changes: fc.array(
    fc.record({
      what: fc.constantFrom(...KINDS),
      where: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      variant: fc.nat({ max: 100 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

/** The page after the changes, and its roots. */
export function madeUpPage(
  fixture: string,
  changes: readonly Change[],
): { readonly document: Document; readonly url: string } {
  const document = fixturePage(fixture, "nested links kept");
  const { url } = expected(fixture);
  const roots: readonly ParentNode[] = [
    document,
    ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  for (const change of changes)
    for (const root of roots) CHANGES[change.what](document, root, change, url);
  return { document, url };
}
