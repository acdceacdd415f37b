import { random } from "../network/random.ts";
import { askPage } from "./asking.ts";
import type { Page, Range, Settings, Surface } from "./page.ts";
import { layoutOf, route } from "./routes.ts";

/** What stands on the page. Heading and body change at different moments, so they can be of different pages. */
export interface Shown {
  readonly path: string;
  readonly surface: Surface;
  readonly heading: Page | undefined;
  readonly body: Page | undefined;
  /** Change when elements must be made anew instead of used again. */
  readonly headingKey: number;
  readonly bodyKey: number;
}

export interface Stage {
  readonly settings: Settings;
  readonly shown: () => Shown;
  readonly show: (shown: Shown) => void;
  /** Called for an address this document cannot show itself; true where somebody else shows it. */
  readonly elsewhere: (path: string, surface: Surface) => boolean;
  readonly setTitle: (page: Page) => void;
  /** Whether this document draws that surface. */
  readonly draws: "current" | "older";
  /** Puts the address with the slug in the place of one with a member id. */
  readonly replaceAddress: (path: string) => void;
  /** Changes the address, where it is this document's to change. */
  readonly setAddress: (path: string) => void;
}

export interface Navigator {
  /** Goes to an address in the page; false where the page has no such surface and the browser must load it. */
  readonly go: (path: string, options?: { readonly addressIsSet?: true }) => boolean;
  /** Resolves when nothing is on its way. */
  readonly settled: () => Promise<void>;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Moves from page to page as the site does: the address first, then heading and body at moments of their own, with a
 * skeleton or the old content in between.
 */
export function navigator(stage: Stage): Navigator {
  const { settings } = stage;
  const chance = random(settings.seed ^ 0x7a7a);
  const wait = ([from, to]: Range): Promise<void> => pause(chance.whole(from, to));
  let journey = 0;
  let running: Promise<void> = Promise.resolve();

  async function travel(path: string, surface: Surface, addressIsSet: boolean): Promise<void> {
    journey += 1;
    const mine = journey;
    const current = (): boolean => mine === journey;
    const coming = askPage(path, settings);
    coming.catch(() => undefined);
    const reuse = settings.reuse === "either" ? chance.chance(0.5) : settings.reuse === "yes";
    const keep = settings.between === "either" ? chance.chance(0.5) : settings.between === "old";
    const titleAt = chance.pick(["address", "heading", "body"] as const);
    if (!addressIsSet) {
      await wait(settings.delays.url);
      if (!current()) return;
      stage.setAddress(path);
    }
    const before = stage.shown();
    const same = before.surface === surface;
    if (!keep) {
      stage.show({ ...before, path, surface, heading: undefined, body: undefined });
      window.scrollTo(0, 0);
    }
    const arrive = async (part: "heading" | "body"): Promise<void> => {
      await wait(settings.delays[part]);
      const page = await coming;
      if (!current() || !page) return;
      const now = stage.shown();
      const clean = now.surface === surface ? now : { ...now, heading: undefined, body: undefined };
      const fresh = reuse && same ? 0 : 1;
      stage.show({
        ...clean,
        path,
        surface,
        ...(part === "heading"
          ? { heading: page, headingKey: now.headingKey + fresh }
          : { body: page, bodyKey: now.bodyKey + fresh }),
      });
      if (titleAt === part) stage.setTitle(page);
    };
    const title = coming.then((page) => {
      if (titleAt === "address" && page && current()) stage.setTitle(page);
    });
    await Promise.all([arrive("heading"), arrive("body"), title]);
    const page = await coming;
    if (current() && page?.surface === "profile" && path.startsWith("/in/ACo")) {
      stage.replaceAddress(`/in/${encodeURIComponent(page.person.slug)}/`);
    }
  }

  return {
    go: (path, options) => {
      const wanted = route(path);
      if (!wanted) return false;
      if (layoutOf(wanted.surface, settings) !== stage.draws) {
        journey += 1;
        return stage.elsewhere(path, wanted.surface);
      }
      running = travel(path, wanted.surface, options?.addressIsSet ?? false);
      return true;
    },
    settled: async () => {
      let seen: Promise<void> | undefined;
      while (seen !== running) {
        seen = running;
        await seen;
      }
    },
  };
}
