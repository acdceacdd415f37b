import { expect, test } from "vitest";
import { subjectOf } from "../../../src/domain/archive-import.ts";
import { packed } from "../../../src/domain/interaction-columns.ts";
import { readArchive } from "../../../src/linkedin/archive/read-archive.ts";
import { archiveOf } from "./archive-writer.ts";
import { inventedNetwork } from "./invented-network.ts";

const NOW = Date.UTC(2026, 4, 5);

test("what the history knew before counts as known, and is stated again under the new import", async () => {
  const network = inventedNetwork({ seed: 5, connections: 60, messages: 300, now: NOW });
  const sources = [{ name: "archive.zip", blob: await archiveOf(network, "2026") }];
  const first = await readArchive(sources, { importId: "one", now: NOW });
  const known = first.people.map(({ person, career }, place) => ({
    aliases: person.aliases,
    name: person.name ?? "",
    career,
    interactions: packed(first.interactionsOf(place)),
  }));
  const waiting = first.waiting.map(({ post, comment, interaction }) => ({
    subject: subjectOf(post, comment),
    interaction,
  }));
  const again = await readArchive(sources, { importId: "two", now: NOW, known, waiting });
  expect(again.people.every(({ isKnown }) => isKnown)).toBe(true);
  expect(again.interactionCount).toBe(first.interactionCount);
  const aboutOthers = again.files.filter(
    ({ kind }) => kind !== "profile" && kind !== "positions" && kind !== "shares",
  );
  expect(aboutOthers.map(({ path, used }) => [path, used])).toEqual(
    aboutOthers.map(({ path }) => [path, 0]),
  );
  for (const [place, file] of again.files.entries()) {
    expect(file.rows).toBe(first.files[place]?.rows);
    const skipped = file.skipped.reduce((sum, { count }) => sum + count, 0);
    expect(file.used + file.merged + file.ambiguous + skipped).toBe(file.rows);
  }
});
