import { resolve } from "node:path";

/** One mutant, the same on every run: its file, place and replacement. */
export const keyOf = ({ fileName, location: { start, end }, replacement, mutatorName }) =>
  [
    resolve(fileName).replace(/^.*\/(?=src\/)/, ""),
    `${start.line}:${start.column}-${end.line}:${end.column}`,
    mutatorName,
    replacement,
  ].join(" ");
