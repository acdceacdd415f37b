import { scatter } from "../../network/random.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Class names whose words the older layout kept. */
const KEPT =
  /^(?:ember|artdeco|msg|feed-shared|update-|comments?-|entity-result|visually-hidden|a11y-text|t-|org-people|invitation-|mn-|distance-|dist-|global-|nt-|scaffold-|presence-|pv-|reusable-|ivm-|truncate|is-)/;

function hashed(token: string, seed: number): string {
  const first = scatter(token, seed).toString(16).padStart(8, "0");
  return `_${first}`;
}

function scrambled(token: string, seed: number): string {
  if (KEPT.test(token)) return token;
  let text = "";
  const length = 30 + (scatter(token, seed) % 11);
  for (let index = 0; index < length; index += 1) {
    text += LETTERS.charAt(scatter(`${token}${index}`, seed) % LETTERS.length);
  }
  return text;
}

/** Turns the words of class names into what a build of the site would call them. */
export type ClassNames = (tokens: string) => string;

/** Class names of the current layout (hashes) or the older one (random letters), another set for each seed. */
export function classNames(layout: "current" | "older", seed: number): ClassNames {
  const name = layout === "current" ? hashed : scrambled;
  const known = new Map<string, string>();
  return (tokens) =>
    tokens
      .split(" ")
      .map((token) => {
        const made = known.get(token) ?? name(token, seed);
        known.set(token, made);
        return made;
      })
      .join(" ");
}

/** A style sheet with its class names turned in the same way. */
export function renamedStyles(css: string, names: ClassNames): string {
  return css.replace(/\.([a-z][\w-]*)(?=[^{}]*\{)/g, (_, token: string) => `.${names(token)}`);
}
