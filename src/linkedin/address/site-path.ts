/**
 * Addresses of the site, taken apart. Everything that is not on the site's own hosts is nothing.
 */

/** One address of the site. */
export interface SitePath {
  /** Path segments as written, still percent-encoded, without empty ones; mobile prefixes left out. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** `www`, mobile and two-letter country hosts. Short links and other sub-domains lead elsewhere first. */
const HOST = /^(?:(?:www|m|touch|mobile|[a-z]{2})\.)?linkedin\.com\.?$/;
const WITHOUT_SCHEME = /^(?:(?:www|m|touch|mobile|[a-z]{2})\.)?linkedin\.com(?:[/?#]|$)/i;

/** Where relative addresses belong when the page is a saved file or a frame. */
const SITE = "https://www.linkedin.com/";

/** The form nearly all links to people have: nothing in it is encoded or relative, so it needs no parser. */
const PLAIN = /^(?:https:\/\/www\.linkedin\.com)?\/in\/([A-Za-z0-9_-]+)\/?(?:\?([^#]*))?$/;

/** The parts of an address of the site, `undefined` for any other address. */
export function sitePath(href: string, base: string = SITE): SitePath | undefined {
  const plain = base === SITE ? PLAIN.exec(href) : null;
  if (plain?.[1] !== undefined) {
    return { segments: ["in", plain[1]], query: new URLSearchParams(plain[2] ?? "") };
  }
  const written = href.trim();
  if (written === "" || written.startsWith("#")) return undefined;
  const url = parsed(WITHOUT_SCHEME.test(written) ? `https://${written}` : written, base);
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:"))
    return undefined;
  if (!HOST.test(url.hostname) || url.username !== "" || url.password !== "") return undefined;
  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  return { segments: withoutMobilePrefix(segments), query: url.searchParams };
}

function parsed(href: string, base: string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

/** `/mwlite/in/x` and `/mwlite/profile/in/x` are `/in/x` of the mobile site. */
function withoutMobilePrefix(segments: readonly string[]): readonly string[] {
  if (segments[0] !== "mwlite") return segments;
  return segments[1] === "profile" ? segments.slice(2) : segments.slice(1);
}
