/**
 * Saved-page fixtures: XHTML files, because only XML keeps a link inside a link as the site's own code builds it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";

const FOLDER = fileURLToPath(new URL("../fixtures/pages", import.meta.url));

const ENDING = ".xhtml";

/** The path without ending of each fixture, by its name. The rooms of the folder do not matter. */
const PATHS: ReadonlyMap<string, string> = new Map(
  (readdirSync(FOLDER, { recursive: true }) as string[])
    .filter((file) => file.endsWith(ENDING))
    .map((file) => [basename(file, ENDING), join(FOLDER, file.slice(0, -ENDING.length))]),
);

function textOf(name: string, ending: string): string {
  const path = PATHS.get(name);
  if (path === undefined) throw new Error(`There is no fixture ${name}`);
  if (!existsSync(path + ending))
    throw new Error(
      `Beside ${name}${ENDING} there has to be ${name}.json, which says the address of the page: {"url": "…", "people": []}`,
    );
  return readFileSync(path + ending, "utf8");
}

/** What must be found on a page. */
export interface Expected {
  /** How sure it is that the site has such a page, where it was not seen. */
  readonly certainty?: string;
  readonly url: string;
  readonly people: readonly ExpectedPerson[];
  /** Names shown in addition when rails, mentions and mutual connections are asked for. */
  readonly beside?: readonly string[];
  readonly viewer?: {
    readonly aliases: readonly string[];
    readonly name?: string;
    readonly certain: boolean;
  };
  readonly relation?: string;
}

export interface ExpectedPerson {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly headline?: string;
  readonly degree?: number;
  readonly connectedOn?: string;
  readonly surface?: string;
  readonly size?: string;
}

export type Kept = "nested links kept" | "links un-nested by saving";

/** Names of all fixtures, without ending. */
export const FIXTURES: readonly string[] = [...PATHS.keys()].sort();

export function expected(name: string): Expected {
  return JSON.parse(textOf(name, ".json")) as Expected;
}

/** The document of a fixture; read as HTML, the parser takes nested links apart as it does with saved pages. */
export function fixturePage(name: string, kept: Kept): Document {
  const source = textOf(name, ENDING);
  const contentType = kept === "nested links kept" ? "application/xhtml+xml" : "text/html";
  const { document } = new JSDOM(source, { contentType, url: "https://www.linkedin.com/" }).window;
  openShadowRoots(document);
  return document;
}

const read = new Map<string, Document>();

/** The document of a fixture for tests that change nothing in it: parsed once. */
export function pageToRead(name: string, kept: Kept): Document {
  const key = `${name} ${kept}`;
  const document = read.get(key) ?? fixturePage(name, kept);
  read.set(key, document);
  return document;
}

/** Declarative shadow roots, which the parser of the tests leaves as templates. */
function openShadowRoots(document: Document): void {
  for (const template of document.querySelectorAll<HTMLTemplateElement>(
    "template[shadowrootmode]",
  )) {
    const shadow = template.parentElement?.attachShadow({ mode: "open" });
    shadow?.append(template.content);
    template.remove();
  }
}

/** The document and every open shadow root in it. */
export function rootsOf(document: Document): readonly (Document | ShadowRoot)[] {
  const shadows = [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot);
  return [document, ...shadows.filter((shadow) => shadow !== null)];
}
