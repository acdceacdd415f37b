import type { Page, Settings } from "../page.ts";
import { rightToLeft } from "../words/words.ts";

/** What a page's policy allows scripts to do with text; as strict as the site's own. */
export const TRUSTED_TYPES =
  "require-trusted-types-for 'script'; trusted-types default jSecure 'allow-duplicates' dompurify highcharts goog#html";

/** The content security policy of a page whose scripts carry `nonce`. */
export function policy(nonce: string, probing: boolean): string {
  // A page that looks for extensions lets itself ask for their files.
  const probed = probing ? " chrome-extension: moz-extension:" : "";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    `img-src 'self' data:${probed}`,
    `connect-src 'self'${probed}`,
    `frame-src 'self'${probed}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    TRUSTED_TYPES,
  ].join("; ");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export interface DocumentParts {
  readonly title: string;
  readonly settings: Settings;
  readonly nonce: string;
  readonly layout: "current" | "older" | "plain";
  /** Drawn by the server, already HTML. */
  readonly body: string;
  /** Handed to the script; absent in an empty shell. */
  readonly page?: Page;
  readonly script?: "current" | "older";
}

/** A whole document as sent. */
export function documentText({
  title,
  settings,
  nonce,
  layout,
  body,
  page,
  script,
}: DocumentParts): string {
  const direction = rightToLeft(settings.lang) ? ' dir="rtl"' : "";
  const style = `/static/${layout}.css?seed=${settings.seed}`;
  const payload = JSON.stringify(page ?? { settings }).replaceAll("<", "\\u003c");
  return [
    `<!DOCTYPE html><html lang="${escaped(settings.lang)}"${direction}><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${TRUSTED_TYPES}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>`,
    `<link rel="icon" href="data:,"><link rel="stylesheet" href="${style}">`,
    settings.probe ? `<script nonce="${nonce}" src="/static/probe.js"></script>` : "",
    `</head><body>${body}`,
    script ? `<script type="application/json" id="rehydrate-data">${payload}</script>` : "",
    script ? `<script nonce="${nonce}" src="/static/${script}.js" defer></script>` : "",
    "</body></html>",
  ].join("");
}

/** The title of a page as browsers show it. */
export function titleOf(page: Page): string {
  return `${page.title} | LinkedIn`;
}
