import { isoDay } from "../exchange/people/written-time.ts";

/** Offers a file, the way a link with `download` does; the browser asks or saves as the user has set it. */
export function offerFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click, how long after nobody says.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The day of a moment as file names write it, in the reader's calendar: `2026-05-20`. */
export const fileDate = isoDay;
