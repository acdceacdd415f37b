// @vitest-environment jsdom
import { storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { isLater, NEWS, newsSince } from "../../src/popup/news.ts";
import { NewsNotice } from "../../src/popup/news-notice.tsx";
import { drawn, found, settled } from "../components/drawn.ts";

beforeEach(() => storedValues.clear());

test("versions are compared number by number", () => {
  const versions = ["2025.12.3", "2026.2.0", "2026.2.1", "2026.10.0", "2026.11.0", "2027.1.0"];
  for (const [place, version] of versions.entries())
    for (const [other, than] of versions.entries())
      expect([version, than, isLater(version, than)]).toEqual([version, than, place > other]);
});

test("of several versions that came after the newest is shown, and nothing of earlier ones", () => {
  const news = [
    { version: "2026.12.0", lines: ["newsGuide"] },
    { version: "2026.11.0", lines: ["newsSafe"] },
  ] as const;
  expect(newsSince("2026.1.0", news)?.version).toBe("2026.12.0");
  expect(newsSince("2026.11.0", news)?.version).toBe("2026.12.0");
  expect(newsSince("2026.12.0", news)).toBeUndefined();
});

test("news are there after an update only, and are put away for good", async () => {
  const place = drawn(<NewsNotice />);
  await settled();
  expect(place.textContent).toBe("");

  storedValues.set("updatedFrom", "2026.1.0");
  const updated = drawn(<NewsNotice />);
  await settled();
  expect(updated.textContent).toContain(`New in Tielight ${NEWS[0]?.version}`);
  expect(updated.querySelectorAll("li")).toHaveLength(NEWS[0]?.lines.length ?? 0);
  found(updated, "[name=news-read]").click();
  await settled();
  expect(updated.textContent).toBe("");
  expect(drawn(<NewsNotice />).textContent).toBe("");
});
