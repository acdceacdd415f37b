// @vitest-environment jsdom
import { answerWith } from "../words/extension-of-the-tests.ts";
import { render } from "preact";
import { expect, test } from "vitest";
import { DataSection } from "../../src/dashboard/data-section.tsx";
import type { Answer } from "../../src/components/acts/use-answer.ts";
import type { Overview } from "../../src/protocol/views.ts";
import { coverage } from "../components/invented-person.ts";
import { drawn, settled } from "../components/drawn.ts";

const overview: Answer<Overview> = {
  state: "answered",
  answer: {
    history: "history-1",
    owner: undefined,
    people: 3,
    interactions: 9,
    stale: [],
    staleCount: 0,
    coverage,
  },
};

test.each([
  "imports",
  "histories",
  "erasedCount",
  "backupState",
  "peopleSinceBackup",
  "undoableRestore",
  "folderState",
])(
  "what can be pressed is drawn only when %s are known, and then stays where it is",
  async (late) => {
    const answered: Readonly<Record<string, unknown>> = {
      imports: [],
      histories: [],
      erasedCount: 2,
      backupState: { at: 1, days: 2, imports: 0 },
      peopleSinceBackup: 3,
      undoableRestore: { at: 1 },
      folderState: undefined,
    };
    let arrive = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    answerWith(
      Object.fromEntries(
        Object.entries(answered).map(([ask, answer]) => [
          ask,
          () => (ask === late ? arrival.then(() => answer) : answer),
        ]),
      ),
    );
    // At first it is not known which history is shown.
    const place = drawn(
      <DataSection overview={{ state: "asked" }} now={0} isShown onChange={() => {}} />,
    );
    await settled();
    render(<DataSection overview={overview} now={0} isShown onChange={() => {}} />, place);
    expect(place.querySelector("[name=export]")).toBeNull();
    await settled();
    expect(place.querySelector("[name=export]")).toBeNull();
    arrive();
    await settled();
    expect(place.querySelector("[name=export]")).not.toBeNull();
    expect(place.querySelector("[name=export-erased]")).not.toBeNull();
  },
);

test("where nobody is known there is nothing to back up or to export", async () => {
  answerWith({ imports: () => [], histories: () => [], erasedCount: () => 0 });
  const nobody = { ...overview, answer: { ...overview.answer, people: 0, interactions: 0 } };
  const place = drawn(<DataSection overview={nobody} now={0} isShown onChange={() => {}} />);
  await settled();
  expect(place.querySelector("input[name=given]")).not.toBeNull();
  expect(place.querySelector("[name=export]")).toBeNull();
  render(<DataSection overview={overview} now={0} isShown onChange={() => {}} />, place);
  await settled();
  expect(place.querySelector("[name=export]")).not.toBeNull();
});

test("a full disk is said where archives and backups come in", async () => {
  answerWith({ imports: () => [], erasedCount: () => 0 });
  const full = { ...overview, answer: { ...overview.answer, isDiskFull: true as const } };
  const place = drawn(<DataSection overview={full} now={0} isShown onChange={() => {}} />);
  await settled();
  expect(place.querySelector("[role=alert]")?.textContent).toMatch(/^The disk is full/);
});

test("each time it is shown it says anew what the last backup does not hold", async () => {
  let days = 0;
  answerWith({
    imports: () => [],
    histories: () => [],
    erasedCount: () => 0,
    backupState: () => ({ at: 1, days, imports: 0 }),
    peopleSinceBackup: () => days,
    undoableRestore: () => undefined,
    folderState: () => undefined,
  });
  const section = (isShown: boolean) => (
    <DataSection overview={overview} now={0} isShown={isShown} onChange={() => {}} />
  );
  const place = drawn(section(true));
  await settled();
  const before = place.textContent;
  expect(before).toContain("Nothing is new since then");
  render(section(false), place);
  days = 2;
  await settled();
  expect(place.textContent).toBe(before);
  render(section(true), place);
  await settled();
  expect(place.textContent).not.toContain("Nothing is new since then");
});
