/** What the archives of each year look like, apart from their rows. */

export const VARIANTS = [
  "2018",
  "2022",
  "2023",
  "2024-11",
  "2026",
  "crlf",
  "excel-resaved",
  "utf16",
] as const;
export type Variant = (typeof VARIANTS)[number];

export interface Shape {
  /** Names of the messages' columns, in order. */
  readonly messageColumns: readonly string[];
  /** Whose addresses messages have. */
  readonly messageUrls: "none" | "senders" | "all";
  readonly connectionUrls: boolean;
  readonly invitationUrls: boolean;
  readonly endorsementUrls: boolean;
  readonly preamble: boolean;
  /** How Connections writes its dates. */
  readonly connectedOn: "minute" | "day" | "spreadsheet-day";
  readonly lineEnd: "\n" | "\r\n";
  readonly encoding: "utf-8" | "utf-8-bom" | "utf-16le";
  readonly delimiter: "," | "\t";
  readonly quotesAll: boolean;
}

const SENDERS = ["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO"];
const REST = ["DATE", "SUBJECT", "CONTENT", "FOLDER"];
const EVERYBODY = [...SENDERS, "RECIPIENT PROFILE URLS", ...REST];

const NEWEST: Shape = {
  messageColumns: [...EVERYBODY, "ATTACHMENTS", "IS MESSAGE DRAFT"],
  messageUrls: "all",
  connectionUrls: true,
  invitationUrls: true,
  endorsementUrls: true,
  preamble: true,
  connectedOn: "day",
  lineEnd: "\n",
  encoding: "utf-8",
  delimiter: ",",
  quotesAll: false,
};

const WITHOUT_URLS = { invitationUrls: false, endorsementUrls: false } as const;

export const SHAPES: Readonly<Record<Variant, Shape>> = {
  "2018": {
    ...NEWEST,
    ...WITHOUT_URLS,
    messageColumns: ["FROM", "TO", "DATE", "SUBJECT", "CONTENT", "DIRECTION", "FOLDER"],
    messageUrls: "none",
    connectionUrls: false,
    preamble: false,
    connectedOn: "minute",
  },
  "2022": {
    ...NEWEST,
    ...WITHOUT_URLS,
    messageColumns: [...SENDERS, ...REST],
    messageUrls: "senders",
    connectionUrls: false,
  },
  "2023": { ...NEWEST, ...WITHOUT_URLS, messageColumns: EVERYBODY },
  "2024-11": {
    ...NEWEST,
    messageColumns: [...EVERYBODY, "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"],
  },
  "2026": NEWEST,
  crlf: { ...NEWEST, lineEnd: "\r\n" },
  "excel-resaved": {
    ...NEWEST,
    preamble: false,
    connectedOn: "spreadsheet-day",
    lineEnd: "\r\n",
    encoding: "utf-8-bom",
  },
  utf16: { ...NEWEST, encoding: "utf-16le", delimiter: "\t", quotesAll: true },
};
