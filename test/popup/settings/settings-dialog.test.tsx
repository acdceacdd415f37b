// @vitest-environment jsdom
import { answerWith, storedValues } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { SettingsDialog } from "../../../src/popup/settings/settings-dialog.tsx";
import { drawn, found, settled } from "../../components/drawn.ts";

async function settings(): Promise<HTMLElement> {
  const place = drawn(<SettingsDialog onClose={() => {}} />);
  await settled();
  return place;
}

beforeEach(() => {
  storedValues.clear();
  answerWith({});
});

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
  expect(storedValues.get("pause")).toBeUndefined();
});

test("the dialog is short and leads to all settings", async () => {
  const place = await settings();
  expect([...place.querySelectorAll("input")].map(({ name }) => name)).toEqual([
    ...Array.from({ length: 3 }, () => "mode"),
    ...Array.from({ length: 3 }, () => "theme"),
  ]);
  expect(found<HTMLAnchorElement>(place, ".card-foot a").href).toMatch(/index\.html#settings$/);
});
