/**
 * A small invented history in which everything happened once: pages, two archives, names, posts, a merge that was split, choices,
 * an erasure.
 */
import type { HistoryDatabase } from "../../src/storage/database/database.ts";
import { choose } from "../../src/storage/records/by-hand.ts";
import { forget } from "./forgotten.ts";
import { mergePeople, splitPerson } from "../../src/storage/records/merge-people.ts";
import { record } from "../../src/storage/records/record.ts";
import { changeRules } from "../../src/storage/records/rules.ts";
import { peopleByAliases } from "../../src/storage/view/people.ts";
import { happened, on, wrote } from "./seen.ts";
import { body, imported } from "./written-import.ts";

/** Ids of the two imports. */
export const A = "aaaaaaaa-0000-4000-8000-000000000000";
export const B = "bbbbbbbb-0000-4000-8000-000000000000";

/** A message from the other, on a day. */
export const message = (day: number) => ({
  kind: "message" as const,
  direction: "in" as const,
  from: on(day),
  to: on(day),
  sources: ["page" as const],
});

const reaction = {
  ...message(1),
  kind: "reaction" as const,
  direction: "out" as const,
  ref: "activity:1",
};

/** Makes everything happen. */
export async function live(database: HistoryDatabase): Promise<void> {
  await record(
    database,
    [happened(["slug:al", "member:ACoAl"], 1), happened(["slug:bo"], 2)],
    on(2),
  );
  await imported(
    database,
    {
      id: A,
      said: {
        "slug:al": body([message(1), message(3)], "Al Example"),
        "slug:cy": body([message(4)], "Cy Trial"),
        "name:dee sample": body([message(5)]),
        "post:activity:1": body([reaction]),
        "post:activity:2": body([{ ...reaction, ref: "activity:2" }]),
      },
      links: [{ a: "slug:cy", b: "slug:cy-old" }],
    },
    on(10),
  );
  await imported(
    database,
    { id: B, said: { "slug:cy": body([message(4)], "Cy Trial"), "slug:eve": body([message(6)]) } },
    on(11),
  );
  await record(database, [wrote(["slug:bo"], "activity:1", 12)], on(12));
  const idOf = async (alias: "slug:al" | "slug:bo" | "slug:eve") =>
    (await peopleByAliases(database, [[alias]]))[0]!.id;
  await mergePeople(database, await idOf("slug:al"), await idOf("slug:bo"), on(13));
  await choose(
    database,
    await idOf("slug:al"),
    {
      notes: { n: "a note" },
      tags: { team: true },
      sent: { "sent-1": { at: on(2), why: "news" }, "sent-2": null },
    },
    on(14),
  );
  await splitPerson(database, await idOf("slug:al"), ["slug:bo"], on(15));
  await forget(database, await idOf("slug:eve"), on(16));
  await changeRules(
    database,
    {
      r1: { about: { of: "tag", name: "Team" }, says: { what: "cadence", days: 45 } },
      r2: { about: { of: "company", name: "Example Works" }, says: { what: "never" } },
    },
    on(17),
  );
  await changeRules(database, { r2: null }, on(18));
}
