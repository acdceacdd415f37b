/**
 * The styles of what is drawn on the site as text, for its shadow roots. The background hands them out, so that the script on the site
 * need not carry them.
 */
import type { SiteStyles } from "../../protocol/site-questions.ts";
import badge from "./badge.css?inline";
import glance from "./glance.css?inline";
import spoken from "./spoken.css?inline";
import tokens from "./tokens.css?inline";

/** Each for roots that hold one element of class `tielight`. */
export const siteStyles: SiteStyles = {
  badge: [tokens, badge].join("\n"),
  spoken,
  glance: [tokens, glance].join("\n"),
};
