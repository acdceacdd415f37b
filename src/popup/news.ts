import type { TextKey } from "../words/text.ts";

/** What people notice of one version. */
export interface News {
  /** As in the manifest. */
  readonly version: string;
  /** At most four: one screen. */
  readonly lines: readonly TextKey[];
}

/** The versions that have something to say, the newest first. */
export const NEWS: readonly News[] = [
  { version: "2026.11.0", lines: ["newsGuide", "newsSafe", "newsChanges"] },
];

/** Whether a version comes after another: by year, month, and the number within it. */
export function isLater(version: string, than: string): boolean {
  const numbers = (written: string): readonly number[] => written.split(".").map(Number);
  const before = numbers(than);
  for (const [place, number] of numbers(version).entries()) {
    const difference = number - (before[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The newest of what came after a version, so that it is one screen however long nobody looked; `undefined` where nothing did. */
export const newsSince = (version: string, news: readonly News[] = NEWS): News | undefined =>
  news.find((one) => isLater(one.version, version));
