import { CURRENT_STYLES } from "./styles-current.ts";
import { OLDER_STYLES } from "./styles-older.ts";

const BASE = `
*, *::before, *::after { box-sizing: border-box; }
:root { color-scheme: light; --ink: #22303a; --quiet: #5c6b75; --paper: #fff; --ground: #eef1ee; --edge: #d8ddd8; --accent: #2c6e63; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1, h2, h3, p, ul, figure, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: inherit; text-decoration: none; }
button { font: inherit; color: inherit; }
`;

const PLAIN = `
.sheet { max-width: 960px; margin: 40px auto; padding: 24px; background: var(--paper); border: 1px solid var(--edge); border-radius: 10px; }
.sheet p { margin: 12px 0; }
.sheet a { color: var(--accent); text-decoration: underline; }
.sheet table { border-collapse: collapse; width: 100%; }
.sheet td, .sheet th { border: 1px solid var(--edge); padding: 6px 8px; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
`;

/** The style sheet of a layout, with the words of its class names. */
export function styles(layout: "current" | "older" | "plain"): string {
  if (layout === "plain") return BASE + PLAIN;
  return BASE + (layout === "current" ? CURRENT_STYLES : OLDER_STYLES);
}
