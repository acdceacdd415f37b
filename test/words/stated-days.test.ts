import "./extension-of-the-tests.ts";
import { afterAll, expect, test, vi } from "vitest";
import { DAY } from "../domain/interactions/arbitrary-interactions.ts";

const before = process.env["TZ"];
afterAll(() => {
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
});

const connectedOn = Date.UTC(2023, 10, 16);

test.each(["America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati", "Europe/Berlin", "UTC"])(
  "a day that an archive names is that day for a reader in %s",
  async (zone) => {
    process.env["TZ"] = zone;
    vi.resetModules();
    const { agoText, dateText, statedYearText, periodText } =
      await import("../../src/words/moments.ts");
    expect(dateText(connectedOn, connectedOn + DAY - 1)).toBe("Nov 16, 2023");
    const newYear = Date.UTC(2023, 0, 1);
    expect(statedYearText(newYear, newYear + DAY - 1)).toBe("2023");
    const lastDay = Date.UTC(2023, 11, 31);
    expect(statedYearText(lastDay, lastDay + DAY - 1)).toBe("2023");
    expect(periodText(lastDay, lastDay + DAY - 1, Date.UTC(2024, 1, 10, 12))).toBe("December 2023");
    // Two weeks after it for the reader's own calendar, at noon.
    const noon = new Date(2023, 10, 26, 12).getTime();
    expect(agoText(connectedOn, connectedOn + DAY - 1, noon)).toBe("10 days ago");
  },
);
