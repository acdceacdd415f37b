/**
 * The list of histories as the background finds it when it begins: kept, or made anew from the histories themselves.
 */
import type { History } from "../../domain/person/owner.ts";
import { openHistory } from "../../storage/database/database.ts";
import {
  historiesOnDisk,
  type KnownOwner,
  ownerInside,
} from "../../storage/database/histories-on-disk.ts";
import { storedRevision, storedWhole } from "../../storage/view/about.ts";
import { ownValue } from "../kept/own-kept.ts";
import { NO_HISTORIES, rebuilt, type Registry } from "./registry.ts";
import { rememberedHistories, witnessedHistories } from "./witness.ts";

/** Whose a history is that the list does not know; `undefined` for one that nothing was ever taken into. */
async function ownerOf(name: string): Promise<KnownOwner | undefined> {
  try {
    const database = await openHistory(name);
    try {
      const inside = await ownerInside(database);
      if (inside !== undefined) return inside;
      const [revision, whole] = await Promise.all([
        storedRevision(database),
        storedWhole(database),
      ]);
      if (revision === 0) return undefined;
      const { owner: aliases, ownerName } = whole;
      return { aliases, ...(ownerName !== undefined && { ownerName }) };
    } finally {
      database.close();
    }
  } catch {
    // It cannot be read, so it is listed: the user hears of it rather than being greeted as new.
    return { aliases: [] };
  }
}

/** The list, and whether everything that it is made of could be read. */
interface ListFound {
  readonly listed: Registry;
  readonly isWhole: boolean;
}

/** The list as kept, with what the disk holds besides. */
export async function registryFromDisk(key: string): Promise<ListFound> {
  let isWhole = true;
  const nothing = (): undefined => {
    isWhole = false;
  };
  // Where no database can be kept or read the list is empty; what is asked of a history says why.
  const remembered = (await rememberedHistories().catch(nothing)) ?? [];
  const [kept, onDisk] = await Promise.all([
    ownValue(key).catch(nothing),
    historiesOnDisk(remembered).catch(nothing),
  ]);
  const names = onDisk ?? [];
  const listed: Registry = { ...NO_HISTORIES, ...(kept as Partial<Registry> | undefined) };
  const found: History[] = [];
  for (const name of names) {
    if (listed.histories.some((one) => one.name === name)) continue;
    const owner = await ownerOf(name);
    if (owner !== undefined) found.push({ name, ...owner });
  }
  // Where all databases were lost, a witness still knows that there were some. Where only the file CURRENT of Chromium is gone, it lists no
  // database, and finds one again when that is opened.
  for (const name of await witnessedHistories().catch(() => []))
    if (![...listed.histories, ...found].some((one) => one.name === name))
      found.push({ name, ...((await ownerOf(name)) ?? { aliases: [] }) });
  return { listed: rebuilt(listed, found), isWhole };
}
