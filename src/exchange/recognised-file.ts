/**
 * What a file is that is no backup, as far as its first and last bytes say, so that the user hears what to do with it.
 */

/** What a file is; the pages put it in words. */
export type OtherFile =
  | "empty"
  | "archive"
  | "zip"
  | "picture"
  | "table"
  /** Contacts, a calendar, notes or a table that Tielight writes for other programs, or another program wrote in the same form. */
  | "export"
  | "other";

const AT_START = 512;
/** The list of a ZIP stands at its end. */
const AT_END = 65_536;

/** First bytes as Latin-1 text. */
const PICTURES =
  /^(?:\u00FF\u00D8\u00FF|\u0089PNG|GIF8|BM|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif))/s;
/** A ZIP begins with its first file, an empty one with its end. */
const ZIP = ["PK\u0003\u0004", "PK\u0005\u0006"];
/** Files that only an archive of the site has. */
const IN_ARCHIVES = /(?:Connections|Invitations|Profile|Registration|messages)\.csv/;
/** Contacts and calendars. */
const FOR_OTHERS = /^(?:\u00EF\u00BB\u00BF)?BEGIN:V(?:CARD|CALENDAR)\r?\n/i;
/** The first columns of the tables Tielight writes, with the mark they begin with. */
const OWN_TABLE = "\u00EF\u00BB\u00BFname,profile,company,title,headline,";
/** Notes in a ZIP: what an archive never holds. */
const NOTES = /People\/[^\0]*\.md/;
/** Names of columns in one of the first lines. */
const TABLE =
  /^(?:\u00EF\u00BB\u00BF)?(?:[^\n]*\n){0,4}"?[\p{L}_ ]+"?(?:[,;\t]"?[\p{L}_ ]+"?){2,}\r?(?:\n|$)/u;

const latin1 = new TextDecoder("latin1");

/** What a file is, see {@link OtherFile}. Never throws for what is in the file. */
export async function recognisedFile(file: Blob): Promise<OtherFile> {
  if (file.size === 0) return "empty";
  const bytes = async (part: Blob) => latin1.decode(await part.arrayBuffer());
  const start = await bytes(file.slice(0, AT_START));
  if (PICTURES.test(start)) return "picture";
  if (ZIP.some((mark) => start.startsWith(mark))) {
    const list = await bytes(file.slice(-AT_END));
    if (IN_ARCHIVES.test(list)) return "archive";
    return NOTES.test(list) ? "export" : "zip";
  }
  if (FOR_OTHERS.test(start) || start.startsWith(OWN_TABLE)) return "export";
  return TABLE.test(start) ? "table" : "other";
}
