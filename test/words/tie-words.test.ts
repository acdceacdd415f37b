import "./extension-of-the-tests.ts";
import { expect, test } from "vitest";
import { BANDS } from "../../src/domain/tie/band.ts";
import { DIRECTIONS, INTERACTION_KINDS } from "../../src/domain/interactions/interaction.ts";
import { type LastFact, lastFact, type TieSeen } from "../../src/domain/suggestions/said.ts";
import type { ContactSeen } from "../../src/domain/tie/tie-state.ts";
import {
  bandMeaning,
  byHandText,
  bandText,
  knownUntilText,
  lastContactCompact,
  lastContactText,
  lastFactSentence,
  lastFactText,
  touchText,
} from "../../src/words/tie-words.ts";

const now = new Date(2026, 4, 20, 12).getTime();
const threeMonthsAgo = new Date(2026, 1, 18, 12).getTime();

const seen = (contact: Partial<ContactSeen> = {}): ContactSeen => ({
  kind: "message",
  direction: "out",
  from: threeMonthsAgo,
  to: threeMonthsAgo,
  source: "page",
  ...contact,
});
const exchanged = (contact: Partial<ContactSeen> = {}): TieSeen => ({
  band: "acquaintance",
  lastExchange: seen(contact),
});

test("the last exchange says who did it and when", () => {
  const said = (contact: Partial<ContactSeen>) => lastContactText(exchanged(contact), now);
  expect(said({})).toBe("You wrote 3 months ago");
  expect(said({ direction: "in" })).toBe("They wrote 3 months ago");
  expect(said({ groupSize: 12 })).toBe("You wrote to a group 3 months ago");
  expect(said({ kind: "meeting", direction: "both" })).toBe("You met 3 months ago");
  expect(said({ kind: "invitation", direction: "in", withNote: true })).toBe(
    "They wrote a note to you 3 months ago",
  );
});

test("a coarse contact is told as coarsely", () => {
  const june = {
    from: new Date(2024, 5, 1, 12).getTime(),
    to: new Date(2024, 5, 29, 12).getTime(),
  };
  expect(lastContactText(exchanged(june), new Date(2024, 6, 10, 12).getTime())).toBe(
    "You wrote in June 2024",
  );
});

test("a connection is told with what is known of messages", () => {
  const at = new Date(2019, 3, 2, 12).getTime();
  const connected = { from: at, to: at };
  const until = new Date(2026, 4, 3, 12).getTime();
  const said = (tie: TieSeen) => lastContactText(tie, now);
  expect(said({ band: "not-talked", connected })).toBe("Connected 2019, no messages");
  expect(said({ band: "not-talked", connected, knownUntil: until })).toBe(
    "Connected 2019, no messages up to May 3",
  );
  expect(said({ band: "unknown", connected })).toBe("Connected 2019");
  const recent = { from: threeMonthsAgo, to: threeMonthsAgo };
  expect(said({ band: "not-talked", connected: recent })).toBe(
    "Connected February 2026, no messages",
  );
});

test("nothing known is told apart from nothing in the archive", () => {
  const until = new Date(2026, 4, 3, 12).getTime();
  expect(lastContactText({ band: "unknown" }, now)).toBe("Nothing known yet");
  expect(lastContactText({ band: "not-talked" }, now)).toBe("No messages");
  expect(lastContactText({ band: "not-talked", knownUntil: until }, now)).toBe(
    "No messages up to May 3",
  );
});

test("every kind and direction has a sentence with the moment in it", () => {
  for (const kind of INTERACTION_KINDS)
    for (const direction of DIRECTIONS)
      expect(lastContactText(exchanged({ kind, direction }), now)).toMatch(
        /^[A-Z].* 3 months ago$/,
      );
});

test("a lighter touch since the last exchange is a second fact, and changes neither sentence nor number", () => {
  const reaction = seen({ kind: "reaction", direction: "in", from: now, to: now });
  const tie: TieSeen = { ...exchanged(), last: reaction };
  expect(touchText(tie, now)).toBe("They reacted to your post today");
  expect(lastContactText(tie, now)).toBe("You wrote 3 months ago");
  expect(lastContactCompact(tie, now)).toBe("3 mo");
  expect(touchText({ ...exchanged(), last: seen() }, now)).toBeUndefined();
  expect(touchText({ last: seen({ kind: "invitation", withNote: true }) }, now)).toBe(
    "You invited them 3 months ago",
  );
});

test("the compact form is a dash without an exchange", () => {
  const touched: TieSeen = { band: "not-talked", last: seen({ kind: "reaction" }) };
  expect(lastContactCompact({ band: "unknown" }, now)).toBe("–");
  expect(lastContactCompact(touched, now)).toBe("–");
  expect(lastContactCompact({ band: "fading", elsewhereAt: threeMonthsAgo }, now)).toBe("3 mo");
});

test("a tie as of the end of an archive says up to when", () => {
  expect(knownUntilText({ knownUntil: new Date(2026, 4, 3, 12).getTime() }, now)).toBe(
    "Data up to May 3.",
  );
  expect(knownUntilText({}, now)).toBeUndefined();
});

test("a band that the user set says so, with its day", () => {
  const at = new Date(2026, 4, 3, 12).getTime();
  const said = (value: "well" | "a-little" | "not-at-all") =>
    byHandText({ byHand: { value, at, reckoned: "fading" } }, now);
  expect(said("well")).toBe("You said on May 3 that you know them well.");
  expect(said("a-little")).toBe("You said on May 3 that you know them a little.");
  expect(said("not-at-all")).toBe("You said on May 3 that you do not know them.");
  expect(byHandText({}, now)).toBeUndefined();
});

test("every band has a name and a legend of one line", () => {
  expect(BANDS.map(bandText)).toEqual([
    "Close",
    "In touch",
    "Fading",
    "Dormant",
    "Acquaintance",
    "Not talked yet",
    "Unknown",
  ]);
  const legends = BANDS.map(bandMeaning);
  expect(new Set(legends).size).toBe(BANDS.length);
  for (const legend of legends) expect(legend.length).toBeLessThanOrEqual(60);
});

test.each<LastFact>([
  lastFact(exchanged()),
  { code: "elsewhere", at: threeMonthsAgo },
  { code: "connected", from: threeMonthsAgo, to: threeMonthsAgo },
  { code: "no-messages", until: threeMonthsAgo },
  { code: "nothing-known" },
])("among reasons, which are sentences, $code is one too", (fact) => {
  expect(lastFactSentence(fact, now)).toBe(`${lastFactText(fact, now)}.`);
});
