/** Somebody who changed the address of their profile: every link leads to the one that was shown last. */
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { messageLink, profileOf } from "../../../src/components/profile-link.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import { personInFile } from "../../../src/exchange/people/person-in-file.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { storedPersonDetails } from "../../../src/storage/answers/card.ts";
import { tableRows } from "../../../src/storage/answers/people-table.ts";
import { renewLists } from "../../../src/storage/answers/renew-lists.ts";
import { storedWeek } from "../../../src/storage/answers/week.ts";
import { exportedPeople } from "../../../src/storage/exchange/exported-people.ts";
import { mergePeople } from "../../../src/storage/records/merge-people.ts";
import { record } from "../../../src/storage/records/record.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { happened, histories, on, shown } from "../seen.ts";
import { storedView, viewAnew } from "../stored-history.ts";

const { empty, close } = histories();
afterEach(close);

const NOW = on(1000);
const UTC = { zone: "UTC", firstDay: 1 } as const;

/** Twelve talks with somebody under these aliases. */
const talked = (aliases: readonly Alias[], from: number) =>
  Array.from({ length: 12 }, (_, place) => from + place * 10).flatMap((day) =>
    (["in", "out"] as const).map((direction) => ({
      what: "interaction" as const,
      person: { aliases, name: "Ada Example", at: on(day) },
      interaction: {
        kind: "message" as const,
        direction,
        from: on(day),
        to: on(day),
        sources: ["page" as const],
      },
    })),
  );

/** Where each place of the product leads to. */
async function links(database: HistoryDatabase) {
  const [person] = await storedView(database);
  const id = person!.id;
  await renewLists(database, 5, UTC, NOW);
  const [suggested] = (await storedWeek(database, UTC, NOW)).reconnect;
  const [row] = await tableRows(database, [id], NOW);
  const details = await storedPersonDetails(database, id, NOW);
  const {
    people: [exported],
  } = await exportedPeople(database, { atMost: 9, interactions: true }, NOW);
  return {
    week: suggested && [suggested.alias, messageLink(suggested.aliases)],
    table: row?.alias,
    card: profileOf(details?.aliases ?? []),
    file: personInFile(exported!).profile,
  };
}

/** Everything leads to these two. */
const leadingTo = (slug: string, member: string) => ({
  week: [`slug:${slug}`, `https://www.linkedin.com/messaging/compose/?recipient=${member}`],
  table: `slug:${slug}`,
  card: `https://www.linkedin.com/in/${slug}/`,
  file: `https://www.linkedin.com/in/${slug}/`,
});

test.each([
  ["ada", "zoe"],
  ["zoe", "ada"],
] as const)(
  "every link leads from the address %s to %s that was shown last, whatever their order",
  async (before, after) => {
    const database = await empty();
    await record(database, talked([`slug:${before}`, "member:ACoOld"], 0), NOW);
    expect(await links(database)).toEqual(leadingTo(before, "ACoOld"));
    await record(
      database,
      [shown([`slug:${after}`, "member:ACoOld", "member:ACoNew"], "Ada Example", 500)],
      NOW,
    );
    expect(await links(database)).toMatchObject({
      table: `slug:${after}`,
      card: `https://www.linkedin.com/in/${after}/`,
      file: `https://www.linkedin.com/in/${after}/`,
    });
    expect(await storedView(database)).toEqual(await viewAnew(database));
  },
);

test("two entries that the user merges lead to the address of the one that was shown later", async () => {
  const database = await empty();
  await record(
    database,
    [
      ...talked(["slug:zoe-old", "member:ACoA"], 0),
      happened(["slug:ada-new", "member:ACoB"], 700, "connected"),
    ],
    NOW,
  );
  const [one, other] = await peopleByAliases(database, [["slug:ada-new"], ["slug:zoe-old"]]);
  await mergePeople(database, one!.id, other!.id, NOW);
  const { week: _any, ...elsewhere } = leadingTo("ada-new", "ACoB");
  expect(await links(database)).toMatchObject(elsewhere);
  // A page that shows the old one again, later, is believed.
  await record(database, [shown(["slug:zoe-old"], "Ada Example", 900)], NOW);
  expect(await links(database)).toMatchObject({ table: "slug:zoe-old" });
});
