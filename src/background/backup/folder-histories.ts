/**
 * The histories of this browser profile, as a folder meets them.
 */
import type { Alias } from "../../domain/person/person.ts";
import { compared } from "../../domain/person/owner.ts";
import { remind } from "../browser/reminders.ts";
import { enrol, ownedHistories, putInUse } from "../histories/histories.ts";
import { historyDatabase, witnessed } from "../histories/open-histories.ts";
import { exportedHead } from "./exported-head.ts";
import type { KeptHistories, OpenHistory } from "./folder.ts";

async function opened(name: string): Promise<OpenHistory | undefined> {
  const { database } = await historyDatabase(name);
  return database && { name, database };
}

/** The history of the member with these aliases; nothing where there is none, or several, as of two members whose histories were joined elsewhere. */
async function ownedBy(aliases: readonly Alias[]): Promise<OpenHistory | undefined> {
  const [found, ...others] = (await ownedHistories()).filter(
    (one) => compared(one.aliases, aliases) === "same",
  );
  return found === undefined || others.length > 0 ? undefined : opened(found.name);
}

/** @param mayBegin whether a file may begin the first history: a history that was removed must not come back by itself */
export const folderHistories = (mayBegin: () => Promise<boolean>): KeptHistories => ({
  async opened() {
    const all = await Promise.all((await ownedHistories()).map(({ name }) => opened(name)));
    return all.filter((one) => one !== undefined);
  },
  async ofHead({ owner }) {
    if ((await ownedHistories()).length > 0) return ownedBy(owner.aliases);
    if (!(await mayBegin())) return undefined;
    // A new computer: its history begins with what the others say.
    const name = `history-${crypto.randomUUID()}`;
    await enrol(name, owner);
    await putInUse(name);
    return opened(name);
  },
  headOf: ({ name, database }, now) => exportedHead(name, database, now),
  async changed({ name, database }) {
    await witnessed(name, database);
    await remind();
  },
});
