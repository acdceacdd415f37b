import { documentText } from "./document.ts";
import type { Settings } from "../page.ts";

/** The page that lets one of the two invented members in. */
export function loginText(names: readonly string[], settings: Settings, nonce: string): string {
  const choices = names
    .map((name, index) => `<p><a href="/feed/?viewer=${index + 1}">Sign in as ${name}</a></p>`)
    .join("");
  const body = `<main class="sheet"><h1>Sign in</h1>${choices}</main>`;
  return documentText({ title: "Sign in | LinkedIn", settings, nonce, layout: "plain", body });
}
