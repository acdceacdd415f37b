import { expect, test } from "vitest";
import { archiveWait, asSetup, nextArchiveMoment } from "../../src/settings/setup.ts";

const DAY = 86_400_000;
const ASKED = Date.UTC(2026, 10, 30, 14, 2);

test("an archive comes, is due for three days, and then its link has run out", () => {
  const at = (days: number) => archiveWait(ASKED, ASKED + days * DAY);
  expect(archiveWait(undefined, ASKED)).toBeUndefined();
  expect([at(0), at(0.99)]).toEqual([{ at: "coming" }, { at: "coming" }]);
  expect([at(1), at(2.5), at(3.99)]).toEqual([
    { at: "due", days: 1 },
    { at: "due", days: 2 },
    { at: "due", days: 3 },
  ]);
  expect(at(4)).toEqual({ at: "over" });
  expect(at(14)).toBeUndefined();
  // A clock that was put right afterwards.
  expect(at(-2)).toBeUndefined();
});

test("it is looked at again whenever it stands otherwise, and at last no more", () => {
  const days: number[] = [];
  for (let now: number | undefined = ASKED; now !== undefined;) {
    now = nextArchiveMoment(ASKED, now);
    if (now !== undefined) days.push((now - ASKED) / DAY);
  }
  expect(days).toEqual([1, 2, 3, 4, 14]);
});

test("what is kept of the first steps is what this version knows", () => {
  expect(asSetup(undefined)).toEqual({});
  expect(asSetup({ requestedAt: "soon", asksForCall: 1, isPutAway: false, other: 1 })).toEqual({});
  const all = { requestedAt: ASKED, asksForCall: false, isPutAway: true };
  expect(asSetup(all)).toEqual(all);
});
