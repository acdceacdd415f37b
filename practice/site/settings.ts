import type { Delays, Layout, Range, Settings } from "./page.ts";

export const DEFAULT_DELAYS: Delays = { url: [0, 20], heading: [40, 160], body: [60, 260] };

function range(text: string | undefined): Range | undefined {
  const found = /^(\d+)(?:-(\d+))?$/.exec(text ?? "");
  if (!found) return undefined;
  const from = Number(found[1]);
  return [from, Math.max(from, Number(found[2] ?? from))];
}

/** Reads `200`, `0-300` (heading and body alike) or `0-20,50-300,50-900` (address, heading, body), in ms. */
export function delays(text: string, otherwise: Delays): Delays {
  const parts = text.split(",").map((part) => range(part));
  const [first, second, third] = parts;
  if (parts.length === 1 && first) return { url: [0, 0], heading: first, body: first };
  return first && second && third ? { url: first, heading: second, body: third } : otherwise;
}

function oneOf<const T extends string>(
  text: string | null,
  allowed: readonly T[],
  otherwise: T,
): T {
  return allowed.find((candidate) => candidate === text) ?? otherwise;
}

/** The names of the query parameters that choose settings; they are no part of the site's own addresses. */
export const SETTING_NAMES = [
  "layout",
  "delay",
  "lang",
  "viewer",
  "seed",
  "between",
  "reuse",
  "count",
  "virtual",
  "frame",
  "frameurl",
  "probe",
  "ids",
] as const;

/** The server's settings with what a page's address chooses otherwise. */
export function chosen(base: Settings, query: URLSearchParams): Settings {
  const layout = query.get("layout");
  const delay = query.get("delay");
  const count = query.get("count");
  const seed = query.get("seed");
  const viewer = query.get("viewer");
  const layouts: readonly (Layout | "mixed")[] = ["current", "older", "mixed"];
  return {
    seed: seed === null ? base.seed : Number(seed) || base.seed,
    viewer: viewer === "2" ? 2 : viewer === "1" ? 1 : base.viewer,
    lang: query.get("lang") ?? base.lang,
    layout: layouts.find((candidate) => candidate === layout) ?? base.layout,
    delays: delay === null ? base.delays : delays(delay, base.delays),
    between: oneOf(query.get("between"), ["skeleton", "old", "either"], base.between),
    reuse: oneOf(query.get("reuse"), ["yes", "no", "either"], base.reuse),
    count: count === null ? base.count : Number(count) || base.count,
    virtual: query.has("virtual") ? query.get("virtual") !== "off" : base.virtual,
    frame: query.has("frame") ? query.get("frame") !== "off" : base.frame,
    frameUrl: oneOf(query.get("frameurl"), ["stays", "follows"], base.frameUrl),
    probe: query.has("probe") ? query.get("probe") !== "0" : base.probe,
    ids: oneOf(query.get("ids"), ["exact", "opaque"], base.ids),
  };
}

/** What the server must be told again with every question of a page. */
export function settingsQuery({ lang, viewer, seed, count, layout }: Settings): string {
  const query = new URLSearchParams({ lang, viewer: String(viewer), seed: String(seed) });
  if (count !== undefined) query.set("count", String(count));
  if (typeof layout === "string") query.set("layout", layout);
  return query.toString();
}

/** An address with what the page's own address chose, for when a document is left for another one. */
export function withChoices(path: string, chosenBy: string): string {
  const url = new URL(path, "https://www.linkedin.com");
  const query = new URLSearchParams(chosenBy);
  for (const name of SETTING_NAMES) {
    const value = query.get(name);
    if (value !== null) url.searchParams.set(name, value);
  }
  return `${url.pathname}${url.search}`;
}
