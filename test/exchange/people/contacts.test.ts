/** Contacts and calendars are read back by a library that others wrote. */
import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import type { ExportedPerson } from "../../../src/domain/directory/exported-person.ts";
import { calendar } from "../../../src/exchange/people/calendar.ts";
import { contentLine } from "../../../src/exchange/people/content-lines.ts";
import { vcards, type VcardVersion } from "../../../src/exchange/people/vcards.ts";
import { runs } from "../../effort.ts";
import { DAY, hostile, invented, joined, message, NOW, OPTIONS, parts } from "./exported.ts";

/** The components of a file. */
function components(text: string): readonly ICAL.Component[] {
  const read: unknown = ICAL.parse(text);
  const all = Array.isArray((read as unknown[])[0]) ? (read as unknown[]) : [read];
  return all.map(
    (one) => new ICAL.Component(one as ConstructorParameters<typeof ICAL.Component>[0]),
  );
}

const cards = async (version: VcardVersion, ...people: readonly ExportedPerson[]) =>
  components(await joined(vcards(parts(...people), version, OPTIONS)));

const value = (component: ICAL.Component | undefined, name: string): unknown =>
  component?.getFirstPropertyValue(name);

/** A text of a contact. RFC 2426 wants a mark before semicolons, which the library leaves where it stands. */
function textOf(card: ICAL.Component | undefined, name: string): string {
  const text = String(value(card, name));
  return value(card, "version") === "3.0" ? text.replaceAll(String.raw`\;`, ";") : text;
}

/** What a value may not hold: it is left out, or becomes a line break. */
const kept = (text: string): string =>
  text
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll(/\r\n?|\u2028|\u2029/g, "\n")
    .replaceAll(/(?![\t\n])\p{Cc}/gu, "");

const ADA = invented({
  id: "ada",
  name: "Ada Example",
  company: "Tin; Whistle, Ltd",
  title: "Engineer",
  choices: {
    tags: ["boats, fast", "friend"],
    howMet: { value: "at a fair", at: 1 },
    notes: [{ id: "n", text: "First line\nsecond; with, signs \\ 🚀", at: 1 }],
    cadenceDays: { value: 30.4, at: 1 },
    reminders: [{ id: "r1", at: new Date(2026, 5, 1).getTime() }],
  },
  interactions: [message(NOW - 10 * DAY)],
});

test.each(["4.0", "3.0"] as const)(
  "a contact of version %s has name, work, link, tags and notes",
  async (version) => {
    const [card] = await cards(version, ADA);
    expect(value(card, "version")).toBe(version);
    expect(value(card, "uid")).toBe("tielight-ada");
    expect(value(card, "fn")).toBe("Ada Example");
    expect(value(card, "n")).toEqual(["Example", "Ada", "", "", ""]);
    // A library may take the one part of ORG for a list of one.
    expect([value(card, "org")].flat()).toEqual(["Tin; Whistle, Ltd"]);
    expect(value(card, "title")).toBe("Engineer");
    expect(value(card, "url")).toBe("https://www.linkedin.com/in/ada/");
    expect(card?.getFirstProperty("categories")?.getValues()).toEqual(["boats, fast", "friend"]);
    expect(textOf(card, "note")).toBe("at a fair\n\nFirst line\nsecond; with, signs \\ 🚀");
  },
);

test.each([
  ["Dr. Ada Maria Example", ["", "Dr. Ada Maria Example", "", "", ""]],
  ["Nguyễn Văn An", ["", "Nguyễn Văn An", "", "", ""]],
  ["王小明", ["", "王小明", "", "", ""]],
  ["MUSTER Ana", ["MUSTER", "Ana", "", "", ""]],
  ["Ana Ana", ["", "Ana Ana", "", "", ""]],
])("the name %s is only divided where the given name is certain", async (name, expected) => {
  const [card] = await cards("4.0", invented({ id: "one", name }));
  expect(value(card, "n")).toEqual(expected);
  expect(value(card, "fn")).toBe(name);
});

test("without the user's own words a contact has no tags and no note", async () => {
  const text = await joined(vcards(parts(ADA), "4.0", { ...OPTIONS, isOwnIncluded: false }));
  expect(text).not.toMatch(/CATEGORIES|NOTE|fair|boats/);
});

test("reminders and cadences are events of whole days, the cadence one that comes again", async () => {
  const [file] = components(await joined(calendar(parts(ADA, invented({ id: "ben" })), OPTIONS)));
  const events = file?.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)) ?? [];
  expect(
    events.map(({ uid, summary, startDate, duration }) => [
      uid,
      summary,
      startDate.isDate,
      startDate.toString(),
      duration.toSeconds(),
    ]),
  ).toEqual([
    ["ada-r1@tielight", "Get in touch with Ada Example", true, "2026-06-01", 86_400],
    ["ada-cadence@tielight", "Get in touch with Ada Example", true, "2026-06-09", 86_400],
  ]);
  expect(events.map((one) => one.isRecurring())).toEqual([false, true]);
  const next = events[1]?.iterator();
  expect([next?.next(), next?.next()].map(String)).toEqual(["2026-06-09", "2026-07-09"]);
  expect(events[0]?.description).toBe("First line\nsecond; with, signs \\ 🚀");
  expect(value(events[0]?.component, "transp")).toBe("TRANSPARENT");
});

test("nobody is in the calendar before a snooze ends, and nobody who is never to be suggested", async () => {
  const until = new Date(2026, 8, 1).getTime();
  const { choices } = ADA;
  const snoozed = invented({
    id: "s",
    choices: { ...choices, snoozedUntil: { value: until, at: 1 } },
  });
  const never = invented({ id: "n", choices: { ...choices, muted: { value: true, at: 1 } } });
  const [file] = components(await joined(calendar(parts(snoozed, never), OPTIONS)));
  const starts = file
    ?.getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one).startDate.toString());
  expect(starts).toEqual(["2026-09-01", "2026-09-01"]);
});

test("no line is longer than 75 octets, and none is folded inside a character", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 60, maxLength: 300, size: "max" }),
      (text) => {
        const plain = text.replaceAll(/[\r\n]/g, "");
        const line = contentLine("NOTE", plain);
        const physical = line.split("\r\n").slice(0, -1);
        for (const one of physical) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
        expect(line.replaceAll("\r\n ", "")).toBe(`NOTE:${plain}\r\n`);
        expect(Buffer.from(line).toString()).toBe(line);
      },
    ),
    { numRuns: runs(500) },
  );
});

test("any name and note come back from contacts and calendars as they were", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (words, note, tag) => {
      const name = `x${words}`;
      const person = invented({
        id: "any",
        name,
        company: `c${words}`,
        choices: {
          tags: [`t${tag}`],
          notes: [{ id: "n", text: `n${note}`, at: 1 }],
          reminders: [{ id: "r", at: NOW }],
        },
      });
      for (const version of ["4.0", "3.0"] as const) {
        const [card, ...others] = await cards(version, person);
        expect(others).toEqual([]);
        expect(textOf(card, "fn")).toBe(kept(name.trim()));
        expect([value(card, "org")].flat()).toEqual([kept(`c${words}`)]);
        expect(textOf(card, "note")).toBe(kept(`n${note}`.trim()));
        expect(
          card
            ?.getFirstProperty("categories")
            ?.getValues()
            .map((one) =>
              version === "3.0" ? String(one).replaceAll(String.raw`\;`, ";") : String(one),
            ),
        ).toEqual([kept(`t${tag}`)]);
      }
      const [file] = components(await joined(calendar(parts(person), OPTIONS)));
      const [event, ...more] = file?.getAllSubcomponents("vevent") ?? [];
      expect(more).toEqual([]);
      expect(value(event, "summary")).toBe(`Get in touch with ${kept(name.trim())}`);
      expect(value(event, "description")).toBe(kept(`n${note}`.trim()));
    }),
    { numRuns: runs(300) },
  );
});
