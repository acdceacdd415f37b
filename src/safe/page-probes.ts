/**
 * What a page may try to read a badge or a glance card by. The tests run it in pages of the site, and "Is it safe?" runs it beside badges that
 * everybody can see. All of it runs in the page's own world.
 */

/** What the probes found out. */
export interface Learnt {
  /** Secrets that the page's search finds. */
  readonly found: readonly string[];
  /** Secrets in what is selected from the start of the page to its end, or in what the page says it holds. */
  readonly selected: readonly string[];
  /** Secrets in the elements, attributes and open shadow roots of the page. */
  readonly read: readonly string[];
  /** What stands at a point of a badge or card, other than elements of the page's own tree without attributes. */
  readonly atPoints: readonly string[];
  /** At how many of the points an empty element of those added stands. */
  readonly emptyAtPoints: number;
  /** Names and roles the browser gives away of the elements added. */
  readonly accessible: readonly string[];
  /** Widths and heights of the badges added, each once. */
  readonly sizes: readonly string[];
  /** Computed styles that differ between the elements added, by their names; of these elements and of what is generated in them. */
  readonly styles: readonly string[];
  /** Fonts of the page that were used, by their names: each would tell a letter. */
  readonly fonts: readonly string[];
  readonly badges: number;
}

/**
 * Tries everything. It is sent to pages as text, so that all it needs stands in it.
 *
 * @param secrets what must stay unknown
 * @param points where badges and cards are
 * @param added a selector of what is probed; without it, elements that badges look like: empty ones without attributes
 */
export async function probePage(
  secrets: readonly string[],
  points: readonly (readonly [number, number])[],
  added?: string,
): Promise<Learnt> {
  interface Finder extends Window {
    find(text: string, caseSensitive: boolean, backwards: boolean, wrap: boolean): boolean;
  }
  const finder = window as unknown as Finder;
  const selection = getSelection();
  const hosts = [...document.querySelectorAll<HTMLElement>(added ?? "span")].filter(
    (one) => added !== undefined || (one.attributes.length === 0 && one.childNodes.length === 0),
  );
  const secretsIn = (texts: readonly string[]): readonly string[] =>
    secrets.filter((secret) => texts.some((text) => text.includes(secret)));

  // First: to search and to select may scroll the page.
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
      // Of what surrounds everything only the page itself is known.
      const isAround = node === document.body || node === document.documentElement;
      const told = isAround ? undefined : secrets.find((one) => node.textContent?.includes(one));
      return inTree && told === undefined ? [] : [told ?? `${node.nodeName} at ${x}, ${y}`];
    });
  });

  const emptyAtPoints = points.filter(([x, y]) => {
    const [first] = document.elementsFromPoint(x, y);
    return hosts.some((host) => host === first && host.textContent === "");
  }).length;

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
    // What the user has copied stays in the clipboard.
    event.preventDefault();
  };
  document.addEventListener("copy", listen);
  document.execCommand("copy");
  document.removeEventListener("copy", listen);
  texts.push(copied);
  selection?.removeAllRanges();
  const selected = secretsIn(texts);

  const elements = [...document.querySelectorAll("*")];
  const read = secretsIn([
    document.documentElement.textContent ?? "",
    ...elements.flatMap((one) => [...one.attributes].map(({ value }) => value)),
    ...elements.map((one) => one.shadowRoot?.textContent ?? ""),
  ]);

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
  // A list of its own: the document's is alive.
  const before = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...before, hostile];
  for (const face of faces) document.fonts.add(face);
  await new Promise((go) => requestAnimationFrame(() => setTimeout(go, 100)));
  const boxes = hosts.map((host) => host.getBoundingClientRect());
  const sizes = boxes.flatMap(({ width, height }) =>
    width > 2 ? [`${Math.round(width)} × ${Math.round(height)}`] : [],
  );
  // Styles of places that are shown in one way; a card over the page takes no room of its own.
  const looks = hosts
    .filter((_, place) => (boxes[place]?.width ?? 0) > 2)
    .map((host) =>
      ["", "::before", "::after"].map((part) => {
        const style = getComputedStyle(host, part);
        return new Map([...style].map((name) => [`${part}${name}`, style.getPropertyValue(name)]));
      }),
    );
  const styles = [
    ...new Set(
      looks.flatMap((look) =>
        look.flatMap((part, place) =>
          [...part].flatMap(([name, value]) =>
            value === looks[0]?.[place]?.get(name) ? [] : [name],
          ),
        ),
      ),
    ),
  ];
  document.adoptedStyleSheets = before;
  const fonts = faces.filter(({ status }) => status !== "unloaded").map(({ family }) => family);
  for (const face of faces) document.fonts.delete(face);
  return {
    found,
    selected,
    read,
    atPoints,
    emptyAtPoints,
    accessible,
    sizes: [...new Set(sizes)].sort(),
    styles: styles.sort(),
    fonts,
    badges: sizes.length,
  };
}
