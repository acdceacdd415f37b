/**
 * Finding in the parts of imports what an import says of a subject.
 */
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { StoredPart } from "../database/database.ts";

/** The store of parts, inside any transaction. */
export interface PartStore {
  getAll(range: IDBKeyRange, atMost?: number): Promise<StoredPart[]>;
}

/** A body that stands for one in another import. */
const REFERENCE = "=";

/** The import that stores an equal body; `undefined` for a body. */
export const referredTo = (body: string): SourceId | undefined =>
  body.startsWith(REFERENCE) ? (body.slice(1) as SourceId) : undefined;

/** The body that says: as in that import. */
export const referenceTo = (source: SourceId): string => REFERENCE + source;

/** All parts of an import, or those from a subject on. */
export const partsFrom = (source: SourceId, subject = ""): IDBKeyRange =>
  IDBKeyRange.bound([source, subject], [source, []]);

/** The body of a subject in one part. */
function bodyIn({ subjects, bodies }: StoredPart, subject: string): string | undefined {
  let [low, high] = [0, subjects.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = subjects[middle] ?? "";
    if (found === subject) return bodies[middle];
    if (found < subject) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The text of what an import says of a subject; `undefined` when it says nothing. */
export async function bodyText(
  store: PartStore,
  source: SourceId,
  subject: string,
): Promise<string | undefined> {
  const [part] = await store.getAll(partsFrom(source, subject), 1);
  const body = part && bodyIn(part, subject);
  const other = body === undefined ? undefined : referredTo(body);
  return other === undefined ? body : bodyText(store, other, subject);
}

/** As many parts as are read at once. */
const AT_ONCE = 64;

/** Every part of an import in order, read in pieces. */
export async function* eachPart(
  store: () => PartStore,
  source: SourceId,
): AsyncGenerator<StoredPart> {
  let after: string | undefined;
  for (;;) {
    const range =
      after === undefined
        ? partsFrom(source)
        : IDBKeyRange.bound([source, after], [source, []], true);
    const parts = await store().getAll(range, AT_ONCE);
    yield* parts;
    const last = parts.at(-1)?.subjects.at(-1);
    if (parts.length < AT_ONCE || last === undefined) return;
    after = last;
  }
}
