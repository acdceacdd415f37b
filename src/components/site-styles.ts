/**
 * The styles of what is drawn on the site as text, for its shadow roots; our own pages load the same files as stylesheets. The background
 * hands them out, so that the script on the site need not carry them.
 */
import type { SiteStyles } from "../messages.ts";
import badge from "./badge.css?inline";
import card from "./person-card.css?inline";
import controls from "./controls.css?inline";
import dialog from "./dialog.css?inline";
import tokens from "./tokens.css?inline";

/** Nothing of the site's text style reaches in, and its root text size has no say. */
const OWN_GROUND = `:host{all:initial}.tielight{all:initial;--u:16px}`;

/** Put one of them into a root, around what is drawn an element of class `tielight`. */
export const siteStyles: SiteStyles = {
  badge: [tokens, badge].join("\n"),
  card: [tokens, OWN_GROUND, controls, dialog, card].join("\n"),
};
