/**
 * The styles of the person's card as text, for a shadow root on the site; our own pages load the same files as stylesheets.
 */
import card from "./person-card.css?inline";
import controls from "./controls.css?inline";
import dialog from "./dialog.css?inline";
import tokens from "./tokens.css?inline";

/** Nothing of the site's text style reaches in, and its root text size has no say. */
const OWN_GROUND = `.tielight{all:initial;--u:16px}`;

/** Put it into the root once, around what is drawn an element of class `tielight`. */
export const cardStyles = [tokens, OWN_GROUND, controls, dialog, card].join("\n");
