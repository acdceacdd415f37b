import {
  asSettings,
  type ChangedSettings,
  exportedSettings,
  type Settings,
  settingsOfExport,
  withChanged,
} from "./settings.ts";

type Exported = Readonly<Record<string, unknown>>;

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Each value as it was before the restore, where it is still as it was right after it; every other one as it is now. */
function putBack(now: Exported, after: Exported, before: Exported): Exported {
  const names = new Set([...Object.keys(now), ...Object.keys(before)]);
  return Object.fromEntries(
    [...names].map((name) => [name, isSame(now[name], after[name]) ? before[name] : now[name]]),
  );
}

/**
 * What undoing a restore makes of the settings: what the restore changed is as before, and what was chosen since stays.
 *
 * @param before the exported settings right before the restore
 * @param restored those of the file
 */
export function settingsUndone(
  now: Settings,
  before: Exported,
  restored: Exported,
): ChangedSettings {
  const earlier = exportedSettings(asSettings(before));
  const after = exportedSettings(withChanged(asSettings(before), settingsOfExport(restored)));
  const present = exportedSettings(now);
  return settingsOfExport({
    ...putBack(present, after, earlier),
    preferences: putBack(present.preferences, after.preferences, earlier.preferences),
  });
}
