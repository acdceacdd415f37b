/**
 * The structure of a page for a report the user may copy: which elements inside which, and nothing anybody wrote. No text, no names,
 * no ids, no addresses, no class names.
 */

/** Attributes whose value is part of the site's own construction, and the form a value must have to be shown. */
const SHOWN_VALUES: Readonly<Record<string, RegExp>> = {
  role: /^[a-z]+$/,
  "data-sdui-screen": /^com\.linkedin\.[A-Za-z.]+$/,
  "data-view-name": /^[a-z]+(?:-[a-z]+)*$/,
  "data-testid": /^[a-z]+(?:-[a-z]+)*$/i,
};

/** What a link leads to, by the first step of its path, if that is one of the site's own words. */
const LINKS = /^(?:https:\/\/www\.linkedin\.com)?\/(in|feed|messaging|company|search)\//;

const MOST_LINES = 400;
const DEEPEST = 24;

function described(element: Element): string {
  const tag = element.localName;
  const marks = [...element.attributes].flatMap(({ name, value }) => {
    if (name === "href") {
      const [, kind] = LINKS.exec(value) ?? [];
      return [kind === undefined ? "href" : `href=/${kind}/…`];
    }
    if (SHOWN_VALUES[name]?.test(value)) return [`${name}=${value}`];
    // Names of attributes are the site's; one that was made of an id would be long or hold digits.
    return /^[a-z-]{1,30}$/.test(name) && name !== "class" && name !== "style" ? [name] : [];
  });
  return marks.length === 0 ? tag : `${tag} [${marks.join(" ")}]`;
}

const SILENT = "script,style,svg,link,meta,noscript,template,code";

/**
 * The outline of what a page shows, one element a line, indented by depth; of equal siblings in a row the first, with their
 * number. */
export function pageStructure(root: ParentNode): string {
  const lines: string[] = [];
  const walk = (parent: ParentNode, depth: number): void => {
    let previous:
      | { readonly line: string; readonly at: number; readonly times: number }
      | undefined;
    for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) {
      if (lines.length >= MOST_LINES || depth > DEEPEST) return;
      if (child.matches(SILENT)) continue;
      const line = `${" ".repeat(depth)}${described(child)}`;
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
