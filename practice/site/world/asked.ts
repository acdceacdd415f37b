import type { Settings } from "../page.ts";
import { layoutOf, type Route } from "../routes.ts";
import { personView, type Viewing } from "./views.ts";
import type { World } from "./world.ts";

/** A question for a page. */
export interface Asked {
  readonly world: World;
  readonly settings: Settings;
  readonly route: Route;
  readonly path: string;
  readonly now: number;
}

/** What every page says. */
export function pageBase({ settings, route, path, now }: Asked, viewing: Viewing, title: string) {
  return {
    path,
    layout: layoutOf(route.surface, settings),
    title,
    viewer: personView(viewing, -1),
    settings,
    now,
  };
}
