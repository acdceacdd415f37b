/** The styles of a badge as text, for its shadow root. */
import tokens from "../components/tokens.css?inline";
import badge from "./badge.css?inline";

export const badgeStyles = [tokens, badge].join("\n");
