// @vitest-environment jsdom
import { extension, storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import { SettingsDialog } from "../../src/popup/settings-dialog.tsx";
import { drawn, found, settled } from "../components/drawn.ts";

async function settings(): Promise<HTMLElement> {
  const place = drawn(<SettingsDialog onClose={() => {}} />);
  await settled();
  return place;
}

async function choose(place: ParentNode, name: string, value: string) {
  const field = found<HTMLSelectElement>(place, `[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
}

const permit = (answer: boolean) => {
  const request = vi.fn<(asked: unknown) => Promise<boolean>>().mockResolvedValue(answer);
  Object.assign(extension, { permissions: { request } });
  return request;
};

beforeEach(() => storedValues.clear());

test("reading can be paused and gone on with", async () => {
  const place = await settings();
  const [hour] = [...place.querySelectorAll("button")].filter(
    (one) => one.textContent === "For an hour",
  );
  hour?.click();
  await settled();
  const kept = storedValues.get("pause") as { since: number; until: number };
  expect(kept.until - kept.since).toBe(3_600_000);
  expect(place.textContent).toContain("nothing is read until");
  const [goOn] = [...place.querySelectorAll("button")].filter((one) => one.textContent === "Go on");
  goOn?.click();
  await settled();
  expect(storedValues.has("pause")).toBe(false);
});

test("goal and number of suggestions are kept, and the goal can be dropped", async () => {
  const place = await settings();
  await choose(place, "per-week", "5");
  await choose(place, "goal", "2");
  expect(storedValues.get("preferences")).toEqual({
    perWeek: 5,
    toolbarNumber: false,
    weeklyGoal: 2,
  });
  await choose(place, "goal", "");
  expect(storedValues.get("preferences")).toEqual({ perWeek: 5, toolbarNumber: false });
});

test("notifications are asked for only when they are wanted, and a no is a no", async () => {
  const refused = permit(false);
  const place = await settings();
  expect(refused).not.toHaveBeenCalled();
  found(place, "[name=notify]").click();
  await settled();
  expect(refused).toHaveBeenCalledExactlyOnceWith({ permissions: ["notifications"] });
  expect(storedValues.has("preferences")).toBe(false);
  expect(found<HTMLInputElement>(place, "[name=notify]").checked).toBe(false);
});

test("the time of the daily notification is the user's", async () => {
  permit(true);
  const place = await settings();
  found(place, "[name=notify]").click();
  await settled();
  expect(found<HTMLInputElement>(place, "[name=notify-at]").value).toBe("09:00");
  await choose(place, "notify-at", "17:45");
  expect(storedValues.get("preferences")).toMatchObject({ notifyAtMinutes: 1065 });
  found(place, "[name=notify]").click();
  await settled();
  expect(storedValues.get("preferences")).not.toHaveProperty("notifyAtMinutes");
});
