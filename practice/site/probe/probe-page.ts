import { documentText } from "../http/document.ts";
import type { Settings } from "../page.ts";

/** The page that tries what is known of looking for extensions, and shows what it learnt. */
export function probePageText(settings: Settings, nonce: string): string {
  const body =
    '<main class="sheet"><h1>What this page can learn about extensions</h1><p>The report is in <code>window.probeReport</code>.</p><div id="report"></div></main>';
  return documentText({
    title: "Probe | LinkedIn",
    settings: { ...settings, probe: true },
    nonce,
    layout: "plain",
    body,
  });
}
