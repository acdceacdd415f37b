import { expect, test } from "vitest";
import {
  certainOwner,
  destination,
  isOtherOwner,
  ownerOptions,
  wholeOwner,
} from "../../../../src/dashboard/import/session/whose-archive.ts";
import type { ArchiveContents } from "../../../../src/dashboard/reader/archive-work.ts";
import type { ImportTarget } from "../../../../src/protocol/import-questions.ts";

type Owner = ArchiveContents["owner"];

const SAM = { aliases: ["slug:sam-example"], name: "Sam Example" } as const;
const KIM = { aliases: ["slug:kim-example"], name: "Kim Example" } as const;

const contents = (
  confidence: Owner["confidence"],
  owner: Partial<Owner> = SAM,
): ArchiveContents => ({
  isUsable: true,
  owner: { candidates: [], aliases: [], ...owner, confidence } as Owner,
  madeAt: 0,
  files: [],
  people: 0,
  interactions: 0,
  waiting: 0,
  homonyms: [],
  homonymCount: 0,
  circles: [],
  coverage: [],
});

const target = (name: string, of: typeof SAM | typeof KIM): ImportTarget => ({
  name,
  aliases: of.aliases,
  ownerName: of.name,
  shown: true,
});

test.each(["sure", "given"] as const)("an owner who is %s needs no question", (confidence) => {
  expect(certainOwner(contents(confidence), [])).toEqual(SAM);
});

test.each(["likely", "unknown"] as const)(
  "an owner who is only %s is asked about, unless a history here is the same member's",
  (confidence) => {
    expect(certainOwner(contents(confidence), [])).toBeUndefined();
    expect(certainOwner(contents(confidence), [target("history-kim", KIM)])).toBeUndefined();
    expect(certainOwner(contents(confidence), [target("history-sam", SAM)])).toEqual(SAM);
  },
);

test("an archive goes to its owner's history, never to another one's", () => {
  const both = [target("history-sam", SAM), target("history-kim", KIM)];
  expect(destination(KIM, both)).toEqual({ to: "history", history: "history-kim" });
  expect(destination({ aliases: ["slug:lee"] }, both)).toEqual({ to: "new" });
  // Named in another way than the histories' owners are: only the user knows.
  expect(destination({ aliases: ["member:ACoAALee"] }, both)).toEqual({ to: "ask", among: both });
  expect(destination({ aliases: ["member:ACoAALee"], isNew: true }, both)).toEqual({ to: "new" });
});

test("the user chooses among those whom the archive names and the owners of histories, each once", () => {
  const candidates = [{ ...SAM, share: 1 }] as unknown as Owner["candidates"];
  const read = contents("likely", { ...SAM, candidates });
  expect(
    ownerOptions(read, [target("history-sam", SAM), target("history-kim", KIM)]).map(
      ({ name, history }) => [name, history],
    ),
  ).toEqual([
    ["Sam Example", undefined],
    ["Kim Example", "history-kim"],
  ]);
  expect([isOtherOwner(read, SAM), isOtherOwner(read, KIM)]).toEqual([false, true]);
  expect(wholeOwner(read, KIM)).toEqual(KIM);
});
