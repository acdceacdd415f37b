import type { Layout, Settings, Surface } from "./page.ts";

/** What an address of the site asks for. */
export interface Route {
  readonly surface: Surface;
  /** Slug or member id, post id, conversation id or company, by surface. */
  readonly subject?: string;
  /** Counted from 1. */
  readonly page: number;
  readonly query: URLSearchParams;
}

const ROUTES: readonly (readonly [RegExp, Surface])[] = [
  [/^\/(?:feed\/?)?$/, "feed"],
  [/^\/feed\/update\/urn:li:activity:(\d+)\/?$/, "post"],
  [/^\/posts\/[^/]*-activity-(\d+)-[^/]*\/?$/, "post"],
  [/^\/in\/([^/]+)(?:\/[^/]*)*$/, "profile"],
  [/^\/mynetwork\/invite-connect\/connections\/?$/, "connections"],
  [/^\/search\/results\/(?:people|all)\/?$/, "search"],
  [/^\/mynetwork\/network-manager\/people-follow\/followers\/?$/, "followers"],
  [/^\/mynetwork\/network-manager\/people-follow\/following\/?$/, "following"],
  [/^\/mynetwork\/invitation-manager(?:\/received)?\/?$/, "received"],
  [/^\/mynetwork\/invitation-manager\/sent\/?$/, "sent"],
  [/^\/mynetwork\/(?:grow\/?)?$/, "grow"],
  [/^\/messaging\/(?:thread\/([^/]+)\/?|compose\/?)?$/, "messaging"],
  [/^\/company\/([^/]+)(?:\/(?:about|people|posts))?\/?$/, "company"],
  [/^\/notifications\/?$/, "notifications"],
];

/** The page an address leads to, or undefined where the practice site has none. */
export function route(address: string): Route | undefined {
  const url = new URL(address, "https://www.linkedin.com");
  for (const [pattern, surface] of ROUTES) {
    const found = pattern.exec(decodedPath(url.pathname));
    if (!found) continue;
    const page = Math.max(1, Number(url.searchParams.get("page") ?? "1") || 1);
    const subject = found[1];
    return {
      surface,
      page,
      query: url.searchParams,
      ...(subject === undefined ? {} : { subject }),
    };
  }
  return undefined;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Surfaces the site has in one layout only, whatever is asked. */
const ONLY: Readonly<Partial<Record<Surface, Layout>>> = {
  messaging: "older",
  company: "older",
  grow: "current",
};

/** The layout a surface is drawn in. */
export function layoutOf(surface: Surface, { layout, seed }: Settings): Layout {
  const only = ONLY[surface];
  if (only) return only;
  if (layout === "mixed") return (seed + surface.length) % 2 === 0 ? "current" : "older";
  return typeof layout === "string" ? layout : (layout[surface] ?? "current");
}
