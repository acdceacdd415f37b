/**
 * The attacks that are known, each with the test that shows what becomes of it. A test that is gone, or has another name, fails here: an
 * attack without a test is open.
 */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What is tried, the file of the test, and a part of its title. */
const ATTACKS: readonly (readonly [string, string, string])[] = [
  // What a page can learn.
  [
    "search, selection, copy, points, names, fonts, sizes",
    "browser/exposure/page-learns-nothing",
    "learns no word of the badges of",
  ],
  [
    "the same of the glance card",
    "browser/exposure/page-learns-nothing",
    "learns no word of badge and glance card",
  ],
  [
    "paths of events",
    "browser/exposure/page-learns-nothing",
    "sees events at a badge as events at an empty element",
  ],
  [
    "events that the page makes",
    "browser/exposure/page-learns-nothing",
    "opens nothing by events that",
  ],
  ["print", "browser/exposure/page-learns-nothing", "prints no badge"],
  [
    "requests, nodes and attributes compared",
    "browser/exposure/exposure",
    "is asked for exactly the same",
  ],
  [
    "globals, messages, addresses, replaced functions",
    "browser/exposure/exposure",
    "finds no file, no global, no message channel",
  ],
  [
    "every packaged file",
    "browser/exposure/forbidden",
    "a page of the site reads no file of Tielight",
  ],
  // Code and connections.
  [
    "connections and text as code, in each page",
    "browser/exposure/forbidden",
    "no page of Tielight opens a connection or runs text as code",
  ],
  ["the same in the background", "browser/exposure/forbidden", "nor does the background"],
  [
    "code in the package that could",
    "browser/exposure/built-extension",
    "holds no code that could open a connection or run text",
  ],
  [
    "permissions and hosts",
    "browser/exposure/built-extension",
    "asks for its few permissions and one host",
  ],
  [
    "who is told where a link was opened",
    "security/no-referrer",
    "says nothing of where it was opened",
  ],
  // Messages.
  ["wrong senders", "security/forged-questions", "is answered nothing, whatever it asks"],
  [
    "the wrong surface",
    "security/forged-questions",
    "the site is refused every question of our pages",
  ],
  ["wrong types and sizes", "security/forged-questions", "questions of another form are refused"],
  ["wrong order", "security/forged-questions", "without what has to come before it is refused"],
  ["a question of 60 MB", "background/questions/door", "is refused as too large"],
  ["guesses who is known", "security/floods", "of 100,000 guesses who is known few are answered"],
  // A page that means harm.
  [
    "100,000 links, 10,000 levels, storms, copied and moved badges",
    "browser/exposure/hostile-page",
    "floods, nests and storms",
  ],
  ["forged members", "security/floods", "forty forged members"],
  [
    "forged members, in the page",
    "browser/exposure/hostile-page",
    "says that others are signed in",
  ],
  [
    "floods of the outbox",
    "security/floods",
    "a flood of what was observed by nobody who is known",
  ],
  ["floods of reports", "security/floods", "a flood of reports about pages that nobody has"],
  [
    "storage that the script on the site writes",
    "browser/history/forged-storage",
    "is refused in Chrome, and changes nothing",
  ],
  // Words and files.
  [
    "hostile names and notes on every surface",
    "browser/exposure/hostile-page",
    "finds hostile names and notes to be text",
  ],
  [
    "formulas in tables",
    "exchange/people/tables",
    "a cell that a spreadsheet could take for a formula is defused",
  ],
  [
    "contacts and calendars",
    "exchange/people/contacts",
    "any name and note come back from contacts and calendars",
  ],
  [
    "notes and paths of files",
    "exchange/people/vault",
    "any names make files that every system takes",
  ],
  ["archives with changed bytes", "security/corpora", "a changed archive is read or refused"],
  [
    "ZIPs that claim what is not so",
    "linkedin/archive/files/zip-entries",
    "of three thousand ZIPs with flipped bytes",
  ],
  [
    "files of a sealed folder with changed bytes, or chunks of other files",
    "exchange/backup/key-sealed-file",
    "by neither reader does anything come out that was not written",
  ],
  [
    "keys that cost more memory than there is",
    "exchange/backup/key-sealed-file",
    "a key that would cost more memory than any of ours is none",
  ],
  [
    "a folder full of keys",
    "background/backup/sealed-folder",
    "a folder full of keys of others keeps nobody busy for long",
  ],
  [
    "sealing a folder with a key that is none",
    "background/backup/kept-folder",
    "what is no key of a folder is refused",
  ],
  [
    "backups with changed bytes",
    "exchange/restore-history",
    "is never an error, and what is taken is what was written",
  ],
  // What an attack on the first version found open.
  [
    "an old frame that speaks on after an update",
    "content/orphan",
    "a script that was left alone says nothing for an hour",
  ],
  [
    "the lists of the site are taken away",
    "browser/history/forged-storage",
    "is refused in Chrome, and changes nothing",
  ],
  [
    "a person with more than 50 addresses",
    "domain/projection/many-aliases",
    "nobody has more than 64",
  ],
  ["a note of 10,000 characters comes back", "exchange/restore-history", "comes back equal"],
  ["a full disk is told", "background/histories/way-out", "a full disk is said at once"],
  [
    "licences in the package",
    "browser/exposure/built-extension",
    "holds its own licence and that of every package",
  ],
  [
    "a clock that was ahead",
    "domain/records/hybrid-time",
    "a clock that goes back by more than a day is corrected",
  ],
  ["hashes of who was erased", "security/erased-marks", "cannot be read out of the browser"],
  [
    "a restore while another account signs in",
    "browser/history/one-truth",
    "holds through every step",
  ],
  [
    "a damaged database has a way out",
    "browser/history/damage",
    "of which all is lost says how much it held",
  ],
];

test.each(ATTACKS)("%s: there is a test", (_attack, file, title) => {
  const path = ["ts", "tsx"].map((ending) => `test/${file}.test.${ending}`).find(existsSync);
  expect(path).toBeDefined();
  expect(readFileSync(path ?? "", "utf8")).toContain(title);
});
