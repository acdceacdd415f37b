import { expect, test } from "vitest";
import {
  asSettings,
  exportedSettings,
  settingsOfExport,
  withChanged,
} from "../../src/settings/settings.ts";

test("what a backup holds of the settings is restored as it was", () => {
  const kept = asSettings({
    mode: "badges",
    preferences: { perWeek: 3, toolbarNumber: true },
    showRails: true,
    noBadgesIn: ["feed", "lists"],
    opensBeside: true,
    language: "de",
  });
  const written = JSON.parse(JSON.stringify(exportedSettings(kept))) as Record<string, unknown>;
  // How far Tielight may go is chosen anew on each computer.
  const { mode: _mode, ...others } = kept;
  expect(withChanged(asSettings(undefined), settingsOfExport(written))).toEqual(others);
});

test("settings of an older backup leave the newer ones as they are", () => {
  const kept = asSettings({ noBadgesIn: ["feed"], opensBeside: true });
  const changed = settingsOfExport({ preferences: {}, showRails: true, showStrangers: false });
  expect(withChanged(kept, changed)).toMatchObject({
    noBadgesIn: ["feed"],
    opensBeside: true,
    showRails: true,
  });
});
