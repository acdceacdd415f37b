/**
 * Names of backups: `tielight-2026-05-20.jsonl.gz`, and `tielight-2026-05-20-0f1e2d3c.jsonl.gz.age` for one that is sealed.
 *
 * The eight digits are the check of the header of a sealed file. A header that is damaged looks the same as a wrong passphrase: only
 * these digits tell the two from each other.
 */

/** The name of a backup of this day (`2026-05-20`). */
export const backupName = (day: string, check?: string): string =>
  check === undefined ? `tielight-${day}.jsonl.gz` : `tielight-${day}-${check}.jsonl.gz.age`;

/** The check in the name of a sealed file, also where somebody put words around it; `undefined` where there is none. */
export const checkInName = (name: string): string | undefined =>
  /\d{4}-\d\d-\d\d-([\da-f]{8})(?![\da-z])/i.exec(name)?.[1]?.toLowerCase();

/** The day in the name of a backup, as noon of it here (ms), also where somebody put words around it; `undefined` where there is none. */
export function dayInName(name: string): number | undefined {
  const [, year, month, day] = /tielight-(\d{4})-(\d\d)-(\d\d)(?!\d)/i.exec(name) ?? [];
  if (year === undefined) return undefined;
  const at = new Date(Number(year), Number(month) - 1, Number(day), 12);
  return at.getDate() === Number(day) && at.getMonth() === Number(month) - 1
    ? at.getTime()
    : undefined;
}

/** What a file is by the end of its name, for one whose first bytes are damaged. */
export function kindOfName(name: string): "sealed" | "packed" | undefined {
  if (/\.age(?:\W|$)/i.test(name)) return "sealed";
  return /\.gz(?:\W|$)/i.test(name) ? "packed" : undefined;
}
