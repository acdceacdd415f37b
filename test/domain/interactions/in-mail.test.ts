import { expect, test } from "vitest";
import { settled } from "../../../src/domain/interactions/history.ts";
import { interactionKey, type Interaction } from "../../../src/domain/interactions/interaction.ts";
import { NOW } from "./arbitrary-interactions.ts";

const onPage: Interaction = {
  kind: "message",
  direction: "in",
  from: NOW + 321,
  to: NOW + 321,
  ref: "2-abc",
  sources: ["page"],
};
const inArchive: Interaction = {
  ...onPage,
  kind: "inmail",
  from: NOW,
  to: NOW + 999,
  sources: ["archive:one"],
};

test("a message on a page that the archive calls an InMail is that InMail, and one fact", () => {
  expect(settled([onPage, inArchive])).toEqual([inArchive]);
  expect(settled([inArchive, onPage])).toEqual([inArchive]);
});

test("another conversation, the other side or another second is another message", () => {
  for (const other of [
    { ...onPage, ref: "2-other" },
    { ...onPage, direction: "out" as const },
    { ...onPage, from: NOW + 1000, to: NOW + 1000 },
  ])
    expect(settled([other, inArchive])).toHaveLength(2);
});

test("deleting either keeps both away", () => {
  for (const deleted of [onPage, inArchive])
    expect(settled([onPage, inArchive], [interactionKey(deleted)])).toEqual([]);
});
