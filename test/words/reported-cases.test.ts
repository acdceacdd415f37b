/** What people saw that was not true, in the words of today. */
import { expect, test } from "vitest";
import type { Coverage } from "../../src/domain/tie/coverage.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { chat, connected, contact, daysAgo, ranked, shown } from "../domain/interactions/facts.ts";
import { DAY, NOW } from "../domain/interactions/arbitrary-interactions.ts";
import { contradictions } from "./contradictions.ts";
import { viewOf } from "./said-view.ts";

const career = [shown(900, 1, { company: "Talent Example", title: "Recruiter" })];

const said = (facts: readonly Interaction[], coverage: Coverage) => {
  const view = viewOf([ranked("ada", facts, { career })], facts, coverage, NOW);
  expect(contradictions(view)).toEqual([]);
  return view.words;
};

/** Monthly talk that ended so many days ago, all of it from an archive. */
const monthly = (last: number) => Array.from({ length: 43 }, (_, n) => chat(last + 30 * n)).flat();

test("a card names one length of silence, and says up to when an archive knows", () => {
  const until = daysAgo(700);
  const { card, badge } = said(monthly(701), {
    archives: [{ from: daysAgo(2500), to: until, kinds: ["message", "inmail"] }],
  });
  expect(badge).toMatch(/^They wrote \d+ months ago$/);
  expect(card[1]).toBe("You usually talk every month.");
  expect(card.join(" ")).not.toContain("been");
  expect(card.at(-1)).toMatch(/^Data up to \w+ \d+, 2024\.$/);
});

test("a rhythm is told with how long it has been, and else the last exchange is", () => {
  const upTo = (to: number): Coverage => ({
    archives: [{ from: daysAgo(2500), to, kinds: ["message", "inmail"] }],
  });
  const known = said(monthly(200), upTo(NOW));
  expect(known.why).toBe("You usually talk every month. It's been 6 months.");
  // Beside the last exchange the length of the silence stands once.
  expect(known.row).toContain("They wrote 6 months ago.");
  expect(known.row).toContain("You usually talk every month.");
  expect(known.card.slice(0, 2)).toEqual([
    "They wrote 6 months ago",
    "You usually talk every month.",
  ]);
  const unknown = said(monthly(701), upTo(daysAgo(700)));
  expect(unknown.why).toBe("They wrote 23 months ago.");
});

test("after an archive without messages nobody is said not to have talked", () => {
  const imported = daysAgo(10);
  const { badge, row, card, opener } = said([connected(1800)], {
    archives: [{ from: daysAgo(1800), to: imported, kinds: ["connected", "invitation"] }],
  });
  expect(badge).toBe("Connected 2021");
  expect([badge, ...row, ...card, opener].join(" ")).not.toMatch(
    /never|not talked|no messages between/iu,
  );
  expect(card.at(-1)).toMatch(/^Connections up to \w+ \d+, 2025\. No messages were imported\.$/);
});

test("somebody who wrote once and got no answer has not talked with the user", () => {
  const everything: Coverage = {
    archives: [{ from: daysAgo(3000), to: NOW, kinds: ["message", "inmail"] }],
  };
  const { badge, row, card, opener } = said([connected(500), contact(499)], everything);
  expect(badge).toBe("They wrote 16 months ago");
  expect([...row, ...card, opener].join(" ")).not.toMatch(/talked|sorry|late/iu);
  expect(card[1]).toBe("They contacted you on one day. You have not answered.");
});

test("a reaction of today does not stand for the talk of last year", () => {
  const everything: Coverage = {
    archives: [{ from: daysAgo(3000), to: NOW, kinds: ["message", "reaction"] }],
  };
  const reaction = contact(0, { kind: "reaction", from: NOW - DAY / 2, to: NOW - DAY / 2 });
  const { badge, compact, card } = said([...monthly(400), reaction], everything);
  expect([badge, compact]).toEqual(["They wrote 13 months ago", "13 mo"]);
  expect(card).toContain("They reacted to your post yesterday");
});

/** A comment so many days ago. */
const comment = (days: number, direction: "in" | "out") =>
  contact(days, { kind: "comment", direction });

const withComments: Coverage = {
  archives: [{ from: daysAgo(3000), to: NOW, kinds: ["message", "inmail", "comment"] }],
};

test("comments of one side are said to be comments", () => {
  const { card } = said([connected(900), comment(40, "out")], withComments);
  expect(card.slice(0, 2)).toEqual([
    "You commented on their post 5 weeks ago",
    "You commented on one day.",
  ]);
  const theirs = said([connected(900), comment(40, "in"), comment(90, "in")], withComments);
  expect(theirs.card[1]).toBe("They commented on 2 days.");
});

test("what one side wrote beside a comment is what they wrote", () => {
  const { card } = said([connected(900), contact(60), comment(40, "in")], withComments);
  expect(card[1]).toBe("They contacted you on 2 days.");
});

test("two who commented under the same posts have not talked", () => {
  const both = [comment(401, "in"), comment(400, "out"), comment(300, "in"), comment(299, "out")];
  for (const facts of [both.slice(0, 2), both]) {
    const { badge, row, why, card, opener } = said([connected(900), ...facts], withComments);
    expect(card[1]).toBe("You both wrote in comments.");
    expect([badge, ...row, why, ...card, opener].join(" ")).not.toMatch(/talk|owe/iu);
  }
  // A message that the other side answered is a talk, whatever else is public.
  const { card } = said([connected(900), ...chat(500), ...both], withComments);
  expect(card[1]).toMatch(/^You talked once, in /);
});

test("a comment after a message is no talk", () => {
  const facts = [connected(900), contact(41), comment(40, "out")];
  const { row, why, card, opener } = said(facts, withComments);
  expect(card[1]).toBe("You both wrote, partly in comments.");
  expect([...row, why, ...card, opener].join(" ")).not.toMatch(/talk/iu);
});
