import { type DirectoryShard, subjectIn } from "../../domain/directory/directory-shard.ts";
import type { PersonSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { shardKey } from "./shards.ts";

/** The subject of the person a handle leads to, by whichever alias the handle was made; `undefined` when it leads to nobody. */
export async function subjectOfHandle(
  database: HistoryDatabase,
  handle: string,
): Promise<PersonSubject | undefined> {
  if (handle === "") return undefined;
  const transaction = database.transaction(["directory", "handles"]);
  const [shard, other] = await Promise.all([
    transaction.objectStore("directory").get(shardKey(handle)) as Promise<
      DirectoryShard | undefined
    >,
    transaction.objectStore("handles").get(handle),
  ]);
  const own = shard === undefined ? undefined : subjectIn(shard, handle);
  return own ?? (other as PersonSubject | undefined);
}
