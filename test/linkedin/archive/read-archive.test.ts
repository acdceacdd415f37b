import fc from "fast-check";
import { expect, test } from "vitest";
import { people } from "../../../src/linkedin/archive/gathered/people.ts";
import { type ArchiveProgress, readArchive } from "../../../src/linkedin/archive/read-archive.ts";
import { aliasFromUrl } from "../../../src/linkedin/address/urls.ts";
import { writtenArchive, zipOf } from "./written/archive-writer.ts";
import { inventedNetwork } from "./written/invented-network.ts";
import { OPTIONS } from "./outcome.ts";

const NETWORK = inventedNetwork({ seed: 11, connections: 30, messages: 400, now: OPTIONS.now });

test("a file that is named like a ZIP and is none is refused", async () => {
  const source = { name: "archive.zip", blob: new Blob(["<html>Please sign in</html>"]) };
  await expect(readArchive([source], OPTIONS)).rejects.toMatchObject({
    code: "not-a-zip",
    detail: { source: "archive.zip" },
  });
});

test("a ZIP is known by its content, whatever its name", async () => {
  const blob = await zipOf(writtenArchive(NETWORK, "2026").files);
  const reading = await readArchive([{ name: "download", blob }], OPTIONS);
  expect(reading.files.filter(({ status }) => status === "read")).toHaveLength(12);
});

test("nothing chosen is nothing to import", async () => {
  const reading = await readArchive([], OPTIONS);
  expect(reading.isUsable).toBe(false);
  expect(reading.subjects).toEqual([]);
});

test("the person said to be the owner is the owner, unless the archive does not know them", async () => {
  const blob = await zipOf(writtenArchive(NETWORK, "2026").files);
  const sources = [{ name: "a.zip", blob }];
  const stranger = await readArchive(sources, { ...OPTIONS, owner: ["slug:somebody-else"] });
  expect(stranger.owner).toMatchObject({ aliases: ["slug:me-example"], confidence: "sure" });
  const both = ["slug:me-example", "member:ACoAAAmeExample"] as const;
  const given = await readArchive(sources, { ...OPTIONS, owner: both });
  expect(given.owner.confidence).toBe("given");
  expect([...given.owner.aliases].sort()).toEqual([...both].sort());
  expect(given.interactionCount).toBe(stranger.interactionCount);
});

test("coverage ends with the newest row of its kind, whatever the date of the file", async () => {
  const written = writtenArchive(NETWORK, "2026");
  const files = written.files.filter(({ path }) => /messages|Connections|Reactions/.test(path));
  const sources = [{ name: "Basic_LinkedInDataExport_05-04-2026.zip", blob: await zipOf(files) }];
  const { coverage, madeAt } = await readArchive(sources, OPTIONS);
  expect(madeAt).toBe(Date.UTC(2026, 4, 4));
  const newest = (kinds: readonly string[]): number =>
    Math.max(
      ...[...written.facts.values()]
        .flatMap((facts) => [...facts.values()])
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ from }) => from),
    );
  const reactions = NETWORK.people.flatMap(({ interactions }) =>
    interactions.filter(({ kind }) => kind === "reaction").map(({ at }) => at),
  );
  // The strange rows at the end of the messages are a day younger than everything else.
  expect(coverage.map(({ kinds, to }) => [kinds[0], to])).toEqual([
    ["message", NETWORK.now - 86_400_000],
    ["connected", newest(["connected"])],
    ["reaction", Math.max(...reactions)],
  ]);
});

test("a file without rows covers nothing", async () => {
  const header = "From,To,Sent At,Message,Direction\n";
  const source = { name: "Invitations.csv", blob: new Blob([header]) };
  expect((await readArchive([source], OPTIONS)).coverage).toEqual([]);
});

test("progress never goes back and ends at its total", async () => {
  const blob = await zipOf(writtenArchive(NETWORK, "2026").files);
  const seen: ArchiveProgress[] = [];
  await readArchive([{ name: "a.zip", blob }], OPTIONS, undefined, (progress) =>
    seen.push(progress),
  );
  const reading = seen.filter(({ step }) => step === "reading");
  expect(reading.at(-1)?.done).toBe(reading.at(-1)?.total);
  expect(reading.every(({ done }, index) => done >= (reading[index - 1]?.done ?? 0))).toBe(true);
});

test("plain addresses lead to the person that any reader of addresses finds", () => {
  const slug = fc.string({ unit: fc.constantFrom(..."abcome019-"), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.oneof(slug, fc.constantFrom("me", "acoaa", "edit", "-", "unavailable")),
      (one) => {
        const url = `https://www.linkedin.com/in/${one}`;
        const everybody = people();
        const person = everybody.ofUrl(url);
        const alias = aliasFromUrl(url);
        expect(person === -1 ? [] : everybody.aliases(person)).toEqual(
          alias === undefined ? [] : [alias],
        );
      },
    ),
  );
});
