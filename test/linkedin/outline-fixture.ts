/**
 * A fixture out of the report a user copied: the outline of a page whose people the reader missed, with invented names in their places.
 */

/** Elements that hold nothing. */
const XHTML_VOID: ReadonlySet<string> = new Set(
  "area,base,br,col,embed,hr,img,input,link,meta,source,track,wbr".split(","),
);

/** The two files of a fixture. */
export interface OutlineFixture {
  /** The folder under `test/fixtures/pages`. */
  readonly room: string;
  readonly xhtml: string;
  readonly expected: {
    readonly certainty: string;
    readonly url: string;
    readonly people: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  };
}

/** Where the fixtures of each surface lie, and an address of it. */
const SURFACES: Readonly<Record<string, readonly [string, string]>> = {
  profile: ["profile", "/in/alma-birch/"],
  "people-search": ["search", "/search/results/people/?keywords=light"],
  search: ["search", "/search/results/all/?keywords=light"],
  connections: ["network", "/mynetwork/invite-connect/connections/"],
  followers: ["network", "/mynetwork/network-manager/people-follow/followers/"],
  invitations: ["invitations", "/mynetwork/invitation-manager/received/"],
  feed: ["feed", "/feed/"],
  post: ["posts", "/feed/update/urn:li:activity:7300000000000000001/"],
  messaging: ["messaging", "/messaging/"],
  "company-people": ["company", "/company/harbour-kites/people/"],
};

const NAMES =
  "Alma Birch,Bruno Castell,Cleo Dorn,Dario Elms,Edda Frost,Fritz Gale,Greta Holm,Hugo Ives,Ilse Jura,Jonas Kern".split(
    ",",
  );

/** An invented person for a number, always the same. */
export function invented(number: number): { readonly name: string; readonly slug: string } {
  const name = NAMES[(number - 1) % NAMES.length] ?? "";
  const round = Math.ceil(number / NAMES.length);
  const slug = name.toLowerCase().replace(" ", "-");
  return { name, slug: round === 1 ? slug : `${slug}-${round}` };
}

const LINE = /^( *)([a-z][a-z0-9-]*)(?: \[([^\]]*)\])?(?: «(name|text)-(\d+)»)?(?: ×\d+)?$/;

const nameIn = (value: string): string | undefined => {
  const [, number] = /^«name-(\d+)»$/.exec(value) ?? [];
  return number === undefined ? undefined : invented(Number(number)).name;
};

function addressOf(path: string): string {
  const [, number, part] = /^\/in\/(\d+)(?:\/(.+))?$/.exec(path) ?? [];
  if (number === undefined) return path.replace("…", "x/");
  return `/in/${invented(Number(number)).slug}/${part === undefined ? "" : `${part}/`}`;
}

/** An attribute of the outline as XML. Of those without a value nothing but that they were there is known. */
function attribute(mark: string): string {
  const at = mark.indexOf("=");
  const [name, value] = at < 0 ? [mark, ""] : [mark.slice(0, at), mark.slice(at + 1)];
  if (name === "href") return `href="${value === "" ? "#" : addressOf(value)}"`;
  return `${name}="${nameIn(value) ?? value}"`;
}

/**
 * The fixture of an outline.
 *
 * @param report one page of a report: the surface in the first line, then the outline
 * @throws Error when it is none
 */
export function outlineFixture(report: string): OutlineFixture {
  const [surface = "", ...lines] = report.trimEnd().split("\n");
  const [room, path] = SURFACES[surface.trim()] ?? ["people", "/"];
  const named = new Set<number>();
  const open: { readonly depth: number; readonly tag: string }[] = [];
  const out: string[] = [];
  const close = (depth: number): void => {
    for (let last = open.at(-1); last !== undefined && last.depth >= depth; last = open.at(-1)) {
      out.push(`${" ".repeat(last.depth)}</${last.tag}>`);
      open.pop();
    }
  };
  for (const line of lines.filter((one) => one.trim() !== "")) {
    const [, indent, tag, marks = "", kind, count] = LINE.exec(line) ?? [];
    if (indent === undefined || tag === undefined)
      throw new Error(`No line of an outline: ${line}`);
    close(indent.length);
    const attributes = marks
      .split(" ")
      .filter((mark) => mark !== "")
      .map((mark) => ` ${attribute(mark)}`)
      .join("");
    if (kind === "name") named.add(Number(count));
    const text =
      kind === "name"
        ? invented(Number(count)).name
        : kind === "text"
          ? "Lighthouse keeping ".repeat(40).slice(0, Number(count)).trim()
          : "";
    if (XHTML_VOID.has(tag)) out.push(`${indent}<${tag}${attributes}/>`);
    else {
      out.push(`${indent}<${tag}${attributes}>${text}`);
      open.push({ depth: indent.length, tag });
    }
  }
  close(0);
  const numbers = [...named].sort((a, b) => a - b);
  const people = (surface.trim() === "profile" ? numbers.slice(0, 1) : numbers).map((number) => {
    const { name, slug } = invented(number);
    return { name, aliases: [`slug:${slug}`] };
  });
  return {
    room,
    xhtml: [
      '<html xmlns="http://www.w3.org/1999/xhtml" lang="en">',
      `<head><title>${surface.trim() === "profile" ? NAMES[0] : "Page"} | LinkedIn</title></head>`,
      '<body data-rehydrated="true">',
      ...out,
      "</body>",
      "</html>",
      "",
    ].join("\n"),
    expected: {
      certainty: "the outline of a page, sent by a user; names and words are invented",
      url: `https://www.linkedin.com${path}`,
      people,
    },
  };
}
