/**
 * Pages of the practice site in the document of a test, as a browser would have them, without a browser.
 */
import type { Network } from "../../practice/network/network.ts";
import { answer } from "../../practice/site/world/answer.ts";
import { serverDrawing } from "../../practice/site/http/bundle.ts";
import { drawingTools } from "../../practice/site/older/drawing.ts";
import { screen } from "../../practice/site/older/screen.ts";
import type { Page, Settings } from "../../practice/site/page.ts";
import "../../practice/site/probe/report.ts";
import { route } from "../../practice/site/routes.ts";
import { DEFAULT_DELAYS } from "../../practice/site/settings.ts";
import { world, type World } from "../../practice/site/world/world.ts";

/** What a page is drawn of. */
export interface Drawn {
  readonly network: Network;
  readonly path: string;
  readonly layout: "current" | "older";
  readonly lang: string;
  readonly now: number;
  /** What the server's answer is before it is drawn, where a reader of the site has opened something. */
  readonly opened?: (page: Page) => Page;
}

const SETTINGS: Settings = {
  seed: 5,
  viewer: 1,
  lang: "en",
  layout: "current",
  delays: DEFAULT_DELAYS,
  between: "either",
  reuse: "either",
  count: undefined,
  virtual: false,
  frame: false,
  frameUrl: "stays",
  ids: "exact",
  probe: false,
};

/** Nothing comes into view in a document that is never laid out. */
class NothingInView {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { IntersectionObserver: NothingInView });

/** Nothing is done on these pages: one world of a network is enough. */
const worlds = new WeakMap<Network, World>();

function worldOf(network: Network): World {
  const made = worlds.get(network) ?? world(network);
  worlds.set(network, made);
  return made;
}

/** What a page shows, as the site's server knows it. */
export function practicePage({ network, path, layout, lang, now, opened }: Drawn): Page {
  const wanted = route(path);
  const settings = { ...SETTINGS, layout, lang };
  const page = wanted && answer({ world: worldOf(network), settings, route: wanted, path, now });
  if (!page) throw new Error(`no page for ${path}`);
  return opened?.(page) ?? page;
}

/**
 * Draws a page into the document in place of the one before.
 *
 * @returns what it shows, as the site's server knows it, and its address
 */
export async function drawPage(drawn: Drawn): Promise<{
  readonly page: Page;
  readonly address: string;
}> {
  const { path, layout, lang, now } = drawn;
  const page = practicePage(drawn);
  document.documentElement.lang = lang;
  document.title = `${page.title} | LinkedIn`;
  if (layout === "current") {
    const sent = new DOMParser().parseFromString((await serverDrawing())(page), "text/html");
    document.body.replaceChildren(...sent.body.childNodes);
  } else
    document.body.replaceChildren(
      screen(
        {
          ...drawingTools(page.settings),
          viewer: page.viewer,
          now,
          act: () => Promise.resolve(undefined),
          go: () => undefined,
        },
        { path, surface: page.surface, heading: page, body: page, headingKey: 0, bodyKey: 0 },
        () => undefined,
      ),
    );
  return { page, address: `https://www.linkedin.com${path}` };
}
