// @vitest-environment jsdom
import { beforeAll, expect, test } from "vitest";
import type { InventedInteraction } from "../../practice/network/invented.ts";
import { network } from "../../practice/network/network.ts";
import { conversationId } from "../../practice/network/site-ids.ts";
import type { Alias } from "../../src/domain/person/person.ts";
import { settledThread, threadsOnPage } from "../../src/linkedin/messaging/messaging.ts";
import { threadSightings } from "../../src/linkedin/messaging/thread-sightings.ts";
import { pageOf } from "../../src/linkedin/address/urls.ts";
import { drawPage } from "./drawn-page.ts";

const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ja", "zh", "ar", "iw"];
const ZONES = ["Pacific/Honolulu", "UTC", "Pacific/Kiritimati"];
const EVERYWHERE = ZONES.flatMap((zone) => LANGUAGES.map((lang) => [lang, zone] as const));

const NOW = Date.UTC(2026, 9, 20, 9, 30);
const MINUTE_MS = 60_000;
const made = network({ seed: 5, people: 40, years: 4, now: NOW });
const [ADA, BEN] = made.people;
if (ADA === undefined || BEN === undefined) throw new Error("nobody");
const me: Alias = `member:${made.viewer.memberId}`;
const ada: Alias = `member:${ADA.memberId}`;
const REF = conversationId("00000000-0000-4000-8000-0000000000ab");

/** A moment of the process's time zone, so many days before today. */
const at = (daysAgo: number, hour: number, minute: number): number => {
  const day = new Date(NOW);
  return new Date(
    day.getFullYear(),
    day.getMonth(),
    day.getDate() - daysAgo,
    hour,
    minute,
    7,
  ).getTime();
};

/** Draws a conversation with ids nobody can read. */
async function draw(said: readonly InventedInteraction[], lang = "en", now = NOW): Promise<void> {
  const [first, ...others] = made.people;
  if (first === undefined) throw new Error("nobody");
  await drawPage({
    network: { ...made, people: [{ ...first, interactions: said }, ...others] },
    path: `/messaging/thread/${REF}/`,
    layout: "older",
    lang,
    now,
  });
  for (const [place, event] of events().entries())
    event.setAttribute("data-event-urn", unread(place));
}

const events = (): readonly Element[] => [...document.querySelectorAll("[data-event-urn]")];
const unread = (place: number, owner = made.viewer.memberId): string =>
  `urn:li:msg_message:(urn:li:fsd_profile:${owner},3-${place})`;

const said = (direction: "in" | "out", moment: number): InventedInteraction => ({
  kind: "message",
  direction,
  at: moment,
  conversationId: REF,
});

/** What is read of a part: direction, first and last moment, and who. */
function read(part: ParentNode = document, now = NOW, since = NOW, viewer = [me]) {
  const page = pageOf(`https://www.linkedin.com/messaging/thread/${REF}/`);
  return threadsOnPage(part, page, { viewer, since, now }).flatMap((facts) => {
    const thread = settledThread(facts);
    return thread === undefined
      ? []
      : threadSightings(thread, now).flatMap(({ person, ...one }) =>
          one.what === "interaction"
            ? [
                [
                  one.interaction.direction,
                  one.interaction.from,
                  one.interaction.to,
                  person.aliases[0],
                ],
              ]
            : [],
        );
  });
}

const day = (moment: number): readonly [number, number] => [
  new Date(moment).setHours(0, 0, 0, 0),
  new Date(moment).setHours(24, 0, 0, 0) - 1,
];

beforeAll(() => () => {
  delete process.env["TZ"];
});

test.each(EVERYWHERE)(
  "messages are read from the day above them, in %s, %s",
  async (lang, zone) => {
    process.env["TZ"] = zone;
    const moments = [at(900, 21, 5), at(100, 0, 10), at(3, 12, 30), at(1, 9, 0), at(0, 0, 1)];
    const [old = 0, ofYear = 0, weekday = 0, yesterday = 0, today = 0] = moments;
    await draw(
      [
        said("in", old),
        said("in", old + 3 * MINUTE_MS),
        said("out", ofYear),
        said("in", weekday),
        said("out", yesterday),
        said("in", today),
      ],
      lang,
      at(0, 23, 0),
    );
    const now = at(0, 23, 0);
    expect(read(document, now, now)).toEqual([
      ["in", ...day(old), ada],
      ["in", ...day(old), ada],
      ["out", ...day(ofYear), ada],
      ["in", ...day(weekday), ada],
      ["out", ...day(yesterday), ada],
      ["in", ...day(today), ada],
    ]);
  },
);

test.each([
  ["en", "Yesterday", 1],
  ["de", "Gestern", 1],
  ["de", "Vorgestern", 2],
  ["fr", "hier", 1],
  ["pt", "Ontem", 1],
  ["ja", "昨日", 1],
] as const)("in %s %s is a day that counts from today", async (lang, words, back) => {
  process.env["TZ"] = "UTC";
  await draw([said("in", at(0, 8, 0))], lang);
  document.querySelector("li > time")!.textContent = words;
  expect(read()).toEqual([["in", ...day(at(back, 8, 0)), ada]]);
});

test("the day clocks are changed is an hour longer", async () => {
  process.env["TZ"] = "Europe/Berlin";
  const moment = Date.UTC(2025, 9, 26, 0, 30);
  await draw([said("in", moment), said("in", moment + 3_600_000)]);
  expect(read()[0]).toEqual(["in", Date.UTC(2025, 9, 25, 22), Date.UTC(2025, 9, 26, 23) - 1, ada]);
});

test("what counts from today is nothing once the day the document began is over; a date stays", async () => {
  process.env["TZ"] = "UTC";
  const moments = [at(900, 21, 5), at(3, 12, 30), at(0, 8, 0)] as const;
  await draw(moments.map((moment) => said("in", moment)));
  const tomorrow = NOW + 86_400_000;
  expect(read(document, tomorrow, NOW)).toEqual([["in", ...day(moments[0]), ada]]);
  expect(read(document, tomorrow, tomorrow)).toHaveLength(3);
});

test("one message whose id decodes silences all guesses about its list", async () => {
  process.env["TZ"] = "UTC";
  await draw([said("in", at(3, 8, 0)), said("in", at(2, 8, 0)), said("in", at(1, 8, 0))]);
  expect(read()).toHaveLength(3);
  const urn = (await exactUrn(2)) ?? "";
  events()[2]!.setAttribute("data-event-urn", urn);
  expect(read(events()[0]!)).toEqual([]);
  expect(read().map(([, from, to]) => [from, to])).toEqual([[at(1, 8, 0), at(1, 8, 0)]]);
});

/** The id a message had before it was made unreadable. */
async function exactUrn(place: number): Promise<string | undefined> {
  const kept = [...document.body.childNodes];
  const moments = [at(3, 8, 0), at(2, 8, 0), at(1, 8, 0)].map((moment) => said("in", moment));
  await drawPage({
    network: { ...made, people: [{ ...ADA!, interactions: moments }, ...made.people.slice(1)] },
    path: `/messaging/thread/${REF}/`,
    layout: "older",
    lang: "en",
    now: NOW,
  });
  const urn = events()[place]?.getAttribute("data-event-urn") ?? undefined;
  document.body.replaceChildren(...kept);
  return urn;
}

test("what the user sends counts when its day is over, what lies ahead never", async () => {
  process.env["TZ"] = "UTC";
  await draw([said("in", at(1, 8, 0)), said("out", NOW)]);
  expect(read()).toHaveLength(1);
  const [from, to] = day(NOW);
  document.querySelectorAll("li > time")[1]!.textContent = "October 20, 2026";
  expect(read(document, to + 2, to + 2)).toContainEqual(["out", from, to, ada]);
  document.querySelectorAll("li > time")[1]!.textContent = "October 30, 2026";
  expect(read(document, to + 2, to + 2)).toHaveLength(1);
});

test("another member's mailbox, two mailboxes, a heading of somebody else and only own messages give nothing", async () => {
  process.env["TZ"] = "UTC";
  const both = [said("in", at(3, 8, 0)), said("out", at(2, 8, 0))];
  await draw(both);
  expect(read()).toHaveLength(2);
  events()[0]!.setAttribute("data-event-urn", "urn:li:something");
  expect(read()).toHaveLength(2);
  expect(read(document, NOW, NOW, [`slug:${made.viewer.slug}`])).toEqual([]);
  events()[0]!.setAttribute("data-event-urn", unread(0, BEN.memberId));
  expect(read()).toEqual([]);
  await draw(both);
  document.querySelector("a:has(h2)")!.setAttribute("href", `/in/${BEN.memberId}`);
  expect(read()).toEqual([]);
  await draw(both.slice(1));
  expect(read()).toEqual([]);
});

test("a message alone finds its day above it, and none behind a row that is not drawn", async () => {
  process.env["TZ"] = "UTC";
  const moments = Array.from({ length: 6 }, (_, place) => at(3, 8, place * 20));
  await draw(moments.map((moment) => said("in", moment)));
  const last = events()[5]!;
  const fact = ["in", ...day(moments[5]!), ada];
  expect(read(last)).toEqual(moments.map(() => fact));
  last.closest("li")!.before(document.createElement("li"));
  expect(read(last)).toEqual(moments.slice(1).map(() => fact));
});

test("somebody without a profile is not who wrote before", async () => {
  process.env["TZ"] = "UTC";
  await draw([said("in", at(3, 8, 0)), said("in", at(2, 8, 0))]);
  for (const link of events()[1]!.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  expect(read()).toEqual([["in", ...day(at(3, 8, 0)), ada]]);
});
