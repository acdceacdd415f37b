/**
 * The table of the archive's files. Each entry says how a file is named, which columns it has had since 2018, and what a row of it
 * means. A new file is a new entry here.
 */
import { comparedFileName } from "../files/file-names.ts";
import type { FileFormat } from "./format.ts";
import { MESSAGES } from "./message-format.ts";
import { COMPANY_FOLLOWS, EDUCATION, POSITIONS, PROFILE, SHARES } from "./own-formats.ts";
import {
  CONNECTIONS,
  endorsements,
  INVITATIONS,
  MEMBER_FOLLOWS,
  recommendations,
} from "./people-formats.ts";
import { COMMENTS, REACTIONS } from "./post-formats.ts";

/**
 * Every file that is read, in the order files are read in whatever the order they come in: messages last, because the notes of
 * invitations must be known by then.
 */
export const FILE_FORMATS: readonly FileFormat[] = [
  PROFILE,
  POSITIONS,
  EDUCATION,
  COMPANY_FOLLOWS,
  CONNECTIONS,
  INVITATIONS,
  endorsements("endorsements-given", "out"),
  endorsements("endorsements-received", "in"),
  recommendations("recommendations-given", "out"),
  recommendations("recommendations-received", "in"),
  MEMBER_FOLLOWS,
  SHARES,
  COMMENTS,
  REACTIONS,
  MESSAGES,
];

/** The format of a file with this name, `undefined` for a file that is not read. */
export function formatOfFile(path: string): FileFormat | undefined {
  const name = comparedFileName(path);
  return FILE_FORMATS.find((one) => one.names.includes(name));
}
