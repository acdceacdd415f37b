import { subjectIn } from "../../domain/directory/directory-shard.ts";
import type { PersonSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { shardKey, storedShard, waitingRow } from "./shards.ts";

/** The subject of the person a handle leads to, by whichever alias the handle was made; `undefined` when it leads to nobody. */
export async function subjectOfHandle(
  database: HistoryDatabase,
  handle: string,
): Promise<PersonSubject | undefined> {
  if (handle === "") return undefined;
  const transaction = database.transaction(["directory", "handles"]);
  const directory = transaction.objectStore("directory");
  const [waiting, shard, other] = await Promise.all([
    waitingRow(directory, handle),
    storedShard(directory, shardKey(handle)),
    transaction.objectStore("handles").get(handle),
  ]);
  for (const one of [waiting, shard]) {
    const own = one && subjectIn(one, handle);
    if (own !== undefined) return own;
  }
  return other as PersonSubject | undefined;
}
