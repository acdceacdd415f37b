import { beforeEach, expect, test } from "vitest";
import "../../../words/extension-of-the-tests.ts";
import type { ImportPart, ImportPreview } from "../../../../src/domain/records/archive-import.ts";
import type { ImportTarget, StagedImport } from "../../../../src/protocol/import-questions.ts";
import {
  importSession,
  type ImportProgress,
} from "../../../../src/dashboard/import/session/import-session.ts";
import { Cancelled } from "../../../../src/dashboard/import/session/staged-import.ts";
import { type Asked, Refusal } from "../../../../src/protocol/transport.ts";
import type { PageQuestions } from "../../../../src/protocol/page-questions.ts";
import { type ReaderLog, readerOfTests } from "../../reading-worker.ts";

const HEADER =
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER";
const ME = "https://www.linkedin.com/in/me-example";
const message = (second: number, from = "Me Example", url = ME): string =>
  `2-a,,${from},${url},Ada Sample,https://www.linkedin.com/in/ada-${second % 3},2024-01-05 13:22:1${second} UTC,,Hello,INBOX`;
const MESSAGES = [HEADER, ...Array.from({ length: 6 }, (_, second) => message(second))].join("\n");
const sources = (text = MESSAGES, name = "messages.csv") => [{ name, blob: new Blob([text]) }];

const COUNTED: ImportPreview = {
  revision: 7,
  peopleNew: 3,
  peopleKnown: 0,
  interactionsNew: 6,
  interactionsKnown: 0,
  waiting: 0,
  erased: 0,
  questions: [],
  ownerNew: true,
};

const TARGET: ImportTarget = {
  name: "history-9",
  aliases: ["slug:me-example"],
  ownerName: "Me",
  shown: true,
};

/** A background that notes what it was asked, in order. */
function background(answers: Partial<Record<keyof PageQuestions, (about: never) => unknown>> = {}) {
  const asked: string[] = [];
  const parts: ImportPart[] = [];
  const begun: (string | undefined)[] = [];
  const previews: StagedImport[] = [];
  const commits: (StagedImport & { revision: number })[] = [];
  const all: Record<string, (about: never) => unknown> = {
    importTrouble: () => undefined,
    importTargets: () => [TARGET],
    beginImport: ({ history }: { history: string | undefined }) => {
      begun.push(history);
      parts.length = 0;
      return { history: history ?? "history-new" };
    },
    stageImport: ({ part }: { part: ImportPart }) => void parts.push(part),
    previewImport: (about: StagedImport) => {
      previews.push(about);
      return COUNTED;
    },
    commitImport: (about: StagedImport & { revision: number }) => {
      commits.push(about);
      return { ...COUNTED };
    },
    importProgress: () => undefined,
    cancelImport: () => "cancelled",
    ...answers,
  };
  const ask = new Proxy({} as Asked<PageQuestions>, {
    get: (_, name: string) => async (about: never) => {
      asked.push(name);
      const answer = all[name];
      if (answer === undefined) throw new Refusal(name);
      return answer(about);
    },
  });
  return { ask, asked, parts, begun, previews, commits };
}

let log: ReaderLog;
beforeEach(() => {
  log = { reads: 0, ended: 0 };
});

function session(
  { ask }: Pick<ReturnType<typeof background>, "ask">,
  world: Partial<Parameters<typeof importSession>[1]> = {},
  from = sources(),
) {
  return importSession(from, {
    ask,
    startReader: () => readerOfTests(undefined, log),
    importId: "00000000-0000-4000-8000-000000000001",
    now: Date.UTC(2026, 4, 5),
    alone: (step) => step(),
    ...world,
  });
}

const ignore = (): void => undefined;

test("an archive is read once, staged, compared and committed with the revision that was shown", async () => {
  const world = background();
  const running = session(world);
  const steps: ImportProgress["step"][] = [];
  const read = await running.read(({ step }) => steps.push(step));
  expect(read.counted).toEqual(COUNTED);
  expect(world.commits).toEqual([]);
  const committed = await running.commit(read, ({ step }) => steps.push(step));
  expect(committed).toMatchObject({ outcome: { peopleNew: 3 }, head: { files: [{ rows: 6 }] } });
  expect(log).toEqual({ reads: 1, ended: 1 });
  expect(world.asked.filter((name) => name !== "stageImport")).toEqual([
    "importTrouble",
    "importTargets",
    "beginImport",
    "previewImport",
    "commitImport",
  ]);
  expect(world.begun).toEqual(["history-9"]);
  expect(world.parts.flatMap(({ subjects }) => subjects)).toEqual([
    "slug:ada-0",
    "slug:ada-1",
    "slug:ada-2",
  ]);
  expect(world.commits).toMatchObject([
    { history: "history-9", parts: 1, revision: 7, owner: { aliases: ["slug:me-example"] } },
  ]);
  expect([...new Set(steps)]).toEqual(["reading", "staging", "comparing", "adding"]);
  await running.cancel();
  expect(world.asked).not.toContain("cancelImport");
});

test("an owner whose history is another one gets it there, and nothing is read again", async () => {
  const world = background({
    importTargets: () => [
      { ...TARGET, aliases: ["slug:somebody"] },
      { ...TARGET, name: "history-10", shown: false },
    ],
  });
  const running = session(world);
  const read = await running.read(ignore);
  expect(read.destination).toEqual({ to: "history", history: "history-10" });
  await running.answer({ aliases: ["slug:me-example"], history: "history-9" }, ignore);
  expect(world.begun).toEqual(["history-10", "history-9"]);
  expect(world.asked.filter((name) => name === "cancelImport")).toHaveLength(1);
  expect(log.reads).toBe(1);
});

test("an owner that only the user knows is asked for before anything is staged, and read again only for the directions", async () => {
  const rows = [message(0), message(1, "Bo Muster", "https://www.linkedin.com/in/bo")];
  const world = background();
  const running = session(world, {}, sources([HEADER, ...rows].join("\n")));
  const read = await running.read(ignore);
  expect(read.owner).toBeUndefined();
  expect(read.options.length).toBeGreaterThan(1);
  expect(world.asked).not.toContain("beginImport");
  const after = await running.answer({ aliases: ["slug:bo"], isNew: true }, ignore);
  expect(log.reads).toBe(2);
  expect(after.counted).toEqual(COUNTED);
  expect(world.previews.at(-1)?.owner.aliases).toEqual(["slug:bo"]);
  expect(world.begun).toEqual([undefined]);
});

test("files without directions are not read again when the user says whose they are", async () => {
  const text =
    "First Name,Last Name,URL,Connected On\nAda,Sample,https://www.linkedin.com/in/ada,05 Jan 2023\n";
  const world = background();
  const running = session(world, {}, sources(text, "Connections.csv"));
  const read = await running.read(ignore);
  expect(read.owner).toBeUndefined();
  await running.answer({ aliases: ["slug:me-example"] }, ignore);
  expect(log.reads).toBe(1);
  expect(world.parts.flatMap(({ subjects }) => subjects)).toEqual(["slug:ada"]);
});

test("a history that has moved is compared again by itself: the same numbers are committed, others shown", async () => {
  let revision = 7;
  let peopleNew = 3;
  const world = background({
    previewImport: () => ({ ...COUNTED, revision, peopleNew }),
    commitImport: (about: { revision: number }) => {
      if (about.revision !== revision) throw new Refusal("history-moved");
      return COUNTED;
    },
  });
  const running = session(world);
  const read = await running.read(ignore);
  revision = 8;
  expect(await running.commit(read, ignore)).toMatchObject({ outcome: { peopleNew: 3 } });

  const second = session(world);
  const shown = await second.read(ignore);
  revision = 9;
  peopleNew = 2;
  const committed = await second.commit(shown, ignore);
  expect(committed).toMatchObject({ again: { hasMoved: true, counted: { peopleNew: 2 } } });
  if (!("again" in committed)) throw new Error("nothing to look at");
  expect(await second.commit(committed.again, ignore)).toMatchObject({ outcome: {} });
});

test("a history that moves all the time is shown after a few comparisons", async () => {
  const world = background({
    commitImport: () => {
      throw new Refusal("history-moved");
    },
  });
  const running = session(world);
  const committed = await running.commit(await running.read(ignore), ignore);
  expect(committed).toMatchObject({ again: { hasMoved: true } });
  expect(world.asked.filter((name) => name === "commitImport")).toHaveLength(4);
});

test("what another tab dropped is staged again", async () => {
  let isDropped = true;
  const world = background({
    commitImport: () => {
      if (!isDropped) return COUNTED;
      isDropped = false;
      throw new Refusal("import-incomplete");
    },
    previewImport: () => COUNTED,
  });
  const running = session(world);
  let previewed = await running.read(ignore);
  const committed = await running.commit(previewed, ignore);
  if ("again" in committed) previewed = committed.again;
  expect(committed).toMatchObject({ outcome: {} });

  let isGone = false;
  const other = background({
    previewImport: () => {
      isGone = !isGone;
      if (isGone) throw new Refusal("import-incomplete");
      return COUNTED;
    },
  });
  expect((await session(other).read(ignore)).counted).toEqual(COUNTED);
  expect(other.begun).toHaveLength(2);
});

test("while another tab writes nothing is staged; it is when that is over, and looked at before it is committed", async () => {
  let isBusy = true;
  const world = background();
  const running = session(world, {
    alone: async (step) => {
      if (isBusy) throw new Refusal("import-busy");
      return step();
    },
  });
  const read = await running.read(ignore);
  expect(read).toMatchObject({ isBusy: true });
  expect(world.asked).not.toContain("beginImport");
  expect(await running.commit(read, ignore)).toMatchObject({ again: { isBusy: true } });
  isBusy = false;
  const committed = await running.commit(read, ignore);
  expect(committed).toMatchObject({ again: { counted: COUNTED } });
  expect(world.commits).toEqual([]);
});

test("too little room is said before anything is staged", async () => {
  const world = background();
  const running = session(world, { estimate: async () => ({ quota: 10, usage: 9 }) });
  const read = await running.read(ignore);
  expect(read.tooLittleRoom?.left).toBe(1);
  expect(world.asked).not.toContain("beginImport");
});

/** Every question of an import, so that it is cancelled while each of them is being answered. */
const QUESTIONS = ["beginImport", "stageImport", "previewImport", "commitImport"] as const;

for (const question of QUESTIONS)
  test(`cancelling during ${question} drops what is staged`, async () => {
    let answer = (): void => undefined;
    let isHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      isHeld = resolve;
    });
    const world = background({
      [question]: () => {
        isHeld();
        return new Promise((resolve, reject) => {
          answer = () => {
            if (question === "commitImport") reject(new Refusal("import-cancelled"));
            else resolve(question === "beginImport" ? { history: "history-9" } : COUNTED);
          };
        });
      },
    });
    const running = session(world);
    const all = running.read(ignore).then((read) => running.commit(read, ignore));
    all.catch(() => undefined);
    await held;
    const cancelling = running.cancel();
    answer();
    await cancelling;
    await expect(all).rejects.toBeInstanceOf(Cancelled);
    expect(world.asked.filter((name) => name === "cancelImport")).toHaveLength(1);
    expect(world.asked.at(-1)).toBe("cancelImport");
  });

test("cancelling a preview drops what is staged", async () => {
  const world = background();
  const running = session(world);
  await running.read(ignore);
  await running.cancel();
  expect(world.asked.at(-1)).toBe("cancelImport");
  expect(log.ended).toBe(1);
});

test("a commit that was too far for cancelling is told as done", async () => {
  let refuse = (): void => undefined;
  let times = 0;
  let isHeld = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const world = background({
    cancelImport: () => "done",
    commitImport: () => {
      times += 1;
      if (times > 1) return COUNTED;
      isHeld();
      return new Promise((_, reject) => {
        refuse = () => reject(new Error("the background ended"));
      });
    },
  });
  const running = session(world);
  const committing = running.commit(await running.read(ignore), ignore);
  await held;
  const cancelling = running.cancel();
  refuse();
  await cancelling;
  expect(await committing).toMatchObject({ outcome: { peopleNew: 3 } });
});

test("a part that cannot be staged leaves nothing behind", async () => {
  const world = background({
    stageImport: () => {
      throw new Refusal("full");
    },
  });
  await expect(session(world).read(ignore)).rejects.toMatchObject({ code: "full" });
  expect(world.asked.at(-1)).toBe("cancelImport");
});
