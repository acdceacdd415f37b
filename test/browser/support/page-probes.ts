/**
 * What a page may try to read a badge or a glance card by. All of it runs in the page's own world.
 */

/** What the probes found out. */
export interface Learnt {
  /** Secrets that the page's search finds. */
  readonly found: readonly string[];
  /** Secrets in what is selected from the start of the page to its end, or in what the page says it holds. */
  readonly selected: readonly string[];
  /** What stands at a point of a badge or card, other than elements of the page's own tree without attributes. */
  readonly atPoints: readonly string[];
  /** Names and roles the browser gives away of the elements added. */
  readonly accessible: readonly string[];
  /** Widths and heights of the badges added, each once. */
  readonly sizes: readonly string[];
  /** Fonts of the page that were used, by their names: each would tell a letter. */
  readonly fonts: readonly string[];
  readonly badges: number;
}

/**
 * Tries everything.
 *
 * @param secrets what must stay unknown
 * @param points where badges and cards are
 */
export async function probePage(
  secrets: readonly string[],
  points: readonly (readonly [number, number])[],
): Promise<Learnt> {
  interface Finder extends Window {
    find(text: string, caseSensitive: boolean, backwards: boolean, wrap: boolean): boolean;
  }
  const finder = window as unknown as Finder;
  const selection = getSelection();
  const hosts = [...document.querySelectorAll<HTMLElement>("span")].filter(
    (one) => one.attributes.length === 0 && one.childNodes.length === 0,
  );

  const found = secrets.filter((secret) => {
    selection?.removeAllRanges();
    return finder.find(secret, true, false, true);
  });

  const texts: string[] = [document.body.innerText, document.documentElement.textContent ?? ""];
  selection?.removeAllRanges();
  selection?.selectAllChildren(document.documentElement);
  texts.push(String(selection));
  for (const host of hosts) {
    selection?.collapse(host, 0);
    for (const granularity of ["character", "word", "line", "documentboundary"]) {
      selection?.modify("extend", "forward", granularity);
      texts.push(String(selection));
    }
  }
  document.execCommand("selectAll");
  texts.push(String(selection));
  let copied = "";
  const listen = (event: ClipboardEvent): void => {
    copied = `${String(getSelection())} ${event.clipboardData?.getData("text/plain")}`;
  };
  document.addEventListener("copy", listen);
  document.execCommand("copy");
  document.removeEventListener("copy", listen);
  texts.push(copied);
  selection?.removeAllRanges();
  const selected = secrets.filter((secret) => texts.some((text) => text.includes(secret)));

  const pointed: Partial<Pick<Document, "caretPositionFromPoint" | "caretRangeFromPoint">> =
    document;
  const atPoints = points.flatMap(([x, y]) => {
    const nodes: (Node | null | undefined)[] = [
      ...document.elementsFromPoint(x, y),
      pointed.caretPositionFromPoint?.call(document, x, y)?.offsetNode,
      pointed.caretRangeFromPoint?.call(document, x, y)?.startContainer,
    ];
    return nodes.flatMap((node) => {
      if (!node) return [];
      const inTree = node.getRootNode() === document;
      const isTold = secrets.some((secret) => node.textContent?.includes(secret));
      return inTree && !isTold ? [] : [`${node.nodeName} at ${x}, ${y}`];
    });
  });

  const accessible = hosts.flatMap((host) => {
    const told = host as unknown as Record<string, unknown>;
    return [
      "computedName",
      "computedRole",
      "ariaLabel",
      "ariaDescription",
      "title",
      "role",
    ].flatMap((name) => {
      const value = told[name];
      return typeof value === "string" && !["", "generic", "none"].includes(value)
        ? [`${name}: ${value}`]
        : [];
    });
  });

  // Rules of the page for everything, and fonts of its own under names that systems have.
  const names = ["-apple-system", "Segoe UI", "Noto Sans", "Liberation Sans", "Roboto", "Arial"];
  const faces = names.map(
    (name) =>
      new FontFace(name, 'url("/static/no-font.woff2")', { unicodeRange: "U+30-39,U+61-7A" }),
  );
  const hostile = new CSSStyleSheet();
  // What loads one of those fonts now is not of the page.
  hostile.replaceSync(`html, body, body * { font-family: serif !important }
    span:empty { all: unset !important; display: inline-grid !important;
    width: max-content !important; font: 90px serif !important; letter-spacing: 9px !important; contain: none !important }`);
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, hostile];
  for (const face of faces) document.fonts.add(face);
  await new Promise((go) => requestAnimationFrame(() => setTimeout(go, 100)));
  const boxes = hosts.map((host) => host.getBoundingClientRect());
  const sizes = boxes.flatMap(({ width, height }) =>
    width > 2 ? [`${Math.round(width)} × ${Math.round(height)}`] : [],
  );
  document.adoptedStyleSheets = before;
  const fonts = faces.filter(({ status }) => status !== "unloaded").map(({ family }) => family);
  for (const face of faces) document.fonts.delete(face);
  return {
    found,
    selected,
    atPoints,
    accessible,
    sizes: [...new Set(sizes)].sort(),
    fonts,
    badges: sizes.length,
  };
}
