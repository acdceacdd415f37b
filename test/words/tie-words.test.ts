import "./extension-of-the-tests.ts";
import { expect, test } from "vitest";
import type { Coverage } from "../../src/domain/coverage.ts";
import { DIRECTIONS, INTERACTION_KINDS } from "../../src/domain/interaction.ts";
import type { Tie } from "../../src/domain/tie.ts";
import { lastContactCompact, lastContactText } from "../../src/words/tie-words.ts";

const now = new Date(2026, 4, 20, 12).getTime();
const nothing: Coverage = { archives: [] };
const threeMonthsAgo = new Date(2026, 1, 18, 12).getTime();
type ContactSeen = NonNullable<Tie["last"]>;
const last = (contact: Partial<ContactSeen>): { last: ContactSeen } => ({
  last: {
    kind: "message",
    direction: "out",
    from: threeMonthsAgo,
    to: threeMonthsAgo,
    source: "page",
    ...contact,
  },
});

test("a message says who wrote and when", () => {
  expect(lastContactText(last({}), nothing, now)).toBe("Messaged 3 months ago");
  expect(lastContactText(last({ direction: "in" }), nothing, now)).toBe(
    "Messaged you 3 months ago",
  );
});

test("a coarse contact is told as coarsely", () => {
  const june = {
    from: new Date(2024, 5, 1, 12).getTime(),
    to: new Date(2024, 5, 29, 12).getTime(),
  };
  expect(lastContactText(last({ ...june }), nothing, new Date(2024, 6, 10, 12).getTime())).toBe(
    "Messaged in June 2024",
  );
});

test("being connected alone is said not to be a talk", () => {
  const connected = {
    from: new Date(2019, 3, 2, 12).getTime(),
    to: new Date(2019, 3, 2, 12).getTime(),
  };
  expect(lastContactText({ connected }, nothing, now)).toBe("Connected 2019, no messages seen");
});

test("a connection of this year is told with its month", () => {
  const connected = { from: threeMonthsAgo, to: threeMonthsAgo };
  expect(lastContactText({ connected }, nothing, now)).toBe(
    "Connected February 2026, no messages seen",
  );
});

test("nothing known is told apart from nothing in the archive", () => {
  const archive: Coverage = {
    archives: [{ from: 0, to: new Date(2026, 4, 3, 12).getTime(), kinds: ["message"] }],
  };
  expect(lastContactText({}, nothing, now)).toBe("Nothing known yet");
  expect(lastContactText({}, archive, now)).toBe(
    "No messages in your archive up to May 3; nothing seen since.",
  );
});

test("every kind and direction has a sentence with the moment in it", () => {
  for (const kind of INTERACTION_KINDS)
    for (const direction of DIRECTIONS)
      expect(lastContactText(last({ kind, direction }), nothing, now)).toMatch(
        /^[A-Z].* 3 months ago$/,
      );
});

test("the compact form is a dash when nothing is known", () => {
  expect(lastContactCompact(last({}), now)).toBe("3 mo");
  expect(lastContactCompact({}, now)).toBe("–");
});
