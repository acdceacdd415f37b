/**
 * The structure of a page for a report the user may copy: which elements inside which, and nothing anybody wrote. No text, no names,
 * no ids, no addresses, no class names. People are numbered; `test/write-fixture.ts` gives them invented names.
 */
import type { Alias } from "../../domain/person/person.ts";
import { aliasesFromUrl, profilePart } from "../address/urls.ts";
import { isSpelled } from "../people/written-name.ts";
import { ownText, saysHidden, squeezed } from "../page/page-text.ts";
import { matching } from "../page/whole-items.ts";

/** Attributes with values that are part of the site's own construction, and what a value must look like to be shown. */
const SHOWN_VALUES: Readonly<Record<string, RegExp>> = {
  role: /^[a-z]+$/,
  "data-sdui-screen": /^com\.linkedin\.[A-Za-z.]+$/,
  "data-view-name": /^[a-z]+(?:-[a-z]+)*$/,
  "data-testid": /^[a-z]+(?:-[a-z]+)*$/i,
  "aria-hidden": /^(?:true|false)$/,
};

/** Values that begin or go on with words of the site: of those only these words are shown. */
const SHOWN_KINDS: Readonly<Record<string, readonly RegExp[]>> = {
  componentkey: [/^(expanded).*(FeedType_)/, /^(replaceableComment_)/, /^(ConnectionCard_)/],
  "data-urn": [/^(urn:li:(?:activity|ugcPost|share):)\d/],
  "data-id": [/^(urn:li:(?:activity|comment):)/],
};

/** The site's own words in the value of an attribute, with dots for the rest. */
function kindOf(name: string, value: string): string | undefined {
  for (const kind of SHOWN_KINDS[name] ?? []) {
    const words = kind.exec(value)?.slice(1);
    if (words !== undefined) return `${words.join("…")}…`;
  }
  return undefined;
}

/** What a link leads to, by the first step of its path, if that is one of the site's own words. */
const LINKS = /^(?:https:\/\/www\.linkedin\.com)?\/(in|feed|messaging|company|search)\//;

const PERSON = 'a[href*="/in/"]';

const MOST_LINES = 400;
const DEEPEST = 24;
const MOST_PEOPLE = 200;

/** Somebody the page links to. The number is the place in the list, from 1. */
interface Numbered {
  readonly aliases: readonly Alias[];
  /** What the pictures and labels of the links say. */
  readonly labels: string[];
}

const labelOf = (element: Element): string =>
  squeezed(element.getAttribute("alt") ?? element.getAttribute("aria-label") ?? "");

function peopleOf(root: ParentNode): readonly Numbered[] {
  const found = new Map<Alias, Numbered>();
  for (const link of matching(root, PERSON)) {
    const aliases = aliasesFromUrl(link.getAttribute("href") ?? "");
    const [first] = aliases;
    if (first === undefined || (found.size >= MOST_PEOPLE && !found.has(first))) continue;
    const person = found.get(first) ?? { aliases, labels: [] };
    found.set(first, person);
    person.labels.push(
      ...[link, ...link.querySelectorAll("[alt],[aria-label]")]
        .map(labelOf)
        .filter((label) => label !== ""),
    );
  }
  return [...found.values()];
}

/** Whose name a text is, as far as an address spells it or a label holds it; 0 for nobody's. */
const nameNumber = (text: string, people: readonly Numbered[]): number =>
  1 +
  people.findIndex(
    ({ aliases, labels }) =>
      isSpelled(text, aliases) ||
      labels.some((label) => label === text || (/\S\s\S/.test(text) && label.includes(text))),
  );

/** The number of the person a link leads to; 0 for nobody. */
function linkNumber(element: Element | null, people: readonly Numbered[]): number {
  const [alias] = aliasesFromUrl(element?.getAttribute("href") ?? "");
  return 1 + people.findIndex(({ aliases }) => alias !== undefined && aliases.includes(alias));
}

function hrefOf(element: Element, href: string, people: readonly Numbered[]): string {
  const number = linkNumber(element, people);
  const part = profilePart(href);
  if (number > 0) return `href=/in/${number}${part === undefined ? "" : `/${part}`}`;
  const [, kind] = LINKS.exec(href) ?? [];
  return kind === undefined ? "href" : `href=/${kind}/…`;
}

function described(element: Element, people: readonly Numbered[]): string {
  const tag = element.localName;
  const marks = [...element.attributes].flatMap(({ name, value }) => {
    if (name === "href") return [hrefOf(element, value, people)];
    if (SHOWN_VALUES[name]?.test(value)) return [`${name}=${value}`];
    const kind = kindOf(name, value);
    if (kind !== undefined) return [`${name}=${kind}`];
    const number = linkNumber(element.closest(PERSON), people);
    if ((name === "alt" || name === "aria-label") && value !== "" && number > 0)
      return [`${name}=«name-${number}»`];
    // Names of attributes are the site's; one that was made of an id would be long or hold digits.
    return /^[a-z-]{1,30}$/.test(name) && name !== "class" && name !== "style" ? [name] : [];
  });
  if (saysHidden(element) && !marks.includes("hidden")) marks.push("hidden");
  return marks.length === 0 ? tag : `${tag} [${marks.join(" ")}]`;
}

/** What stands in an element itself: the number of somebody's name, or how many letters. */
function writtenIn(element: Element, people: readonly Numbered[]): string {
  const text = squeezed([...element.childNodes].map(ownText).join(" "));
  if (text === "") return "";
  const number = nameNumber(text, people);
  return number > 0 ? ` «name-${number}»` : ` «text-${text.length}»`;
}

const SILENT = "script,style,svg,link,meta,noscript,template,code";

/**
 * The outline of what a page shows, one element a line, indented by depth; of equal siblings in a row the first, with their
 * number. */
export function pageStructure(root: ParentNode): string {
  const lines: string[] = [];
  const people = peopleOf(root);
  const walk = (parent: ParentNode, depth: number): void => {
    let previous:
      | { readonly line: string; readonly at: number; readonly times: number }
      | undefined;
    for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) {
      if (lines.length >= MOST_LINES || depth > DEEPEST) return;
      if (child.matches(SILENT)) continue;
      const line = `${" ".repeat(depth)}${described(child, people)}${writtenIn(child, people)}`;
      if (previous?.line === line) {
        previous = { ...previous, times: previous.times + 1 };
        lines[previous.at] = `${line} ×${previous.times}`;
        continue;
      }
      previous = { line, at: lines.length, times: 1 };
      lines.push(line);
      walk(child, depth + 1);
    }
  };
  walk(root, 0);
  return lines.join("\n");
}
