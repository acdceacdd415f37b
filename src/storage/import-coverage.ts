/**
 * What imports cover, kept so that undoing one takes away what it alone covers.
 */
import type { ImportHead } from "../domain/archive-import.ts";
import type { ArchiveSpan, Coverage } from "../domain/coverage.ts";
import { unitedCoverage } from "../domain/coverage-union.ts";
import { changeCoverage } from "./about.ts";
import type { HistoryTransaction } from "./database.ts";
import { isDone } from "./import-staging.ts";

/** Spans that something else than the imports in the log said: a restored export. */
const APART = "coverage-apart";

const textOf = ({ from, to, kinds }: ArchiveSpan): string =>
  `${from} ${to} ${[...kinds].sort().join()}`;

/** What the history covers apart from these imports. */
async function coveredApart(
  transaction: HistoryTransaction,
  imports: readonly ImportHead[],
): Promise<readonly ArchiveSpan[]> {
  const about = transaction.objectStore("about");
  const kept = ((await about.get(APART)) as readonly ArchiveSpan[] | undefined) ?? [];
  const coverage = (await about.get("coverage")) as Coverage | undefined;
  const imported = new Set(imports.flatMap((one) => one.coverage.map(textOf)));
  const since = coverage?.archives.filter((span) => !imported.has(textOf(span))) ?? [];
  return unitedCoverage({ archives: kept }, { archives: since }).archives;
}

async function doneImports(transaction: HistoryTransaction): Promise<readonly ImportHead[]> {
  return (await transaction.objectStore("imports").getAll()).filter(isDone);
}

/** Adds what an import covers. To be called before it is in the log. */
export async function addImportedCoverage(
  transaction: HistoryTransaction,
  added: readonly ArchiveSpan[],
): Promise<void> {
  const apart = await coveredApart(transaction, await doneImports(transaction));
  await transaction.objectStore("about").put(apart, APART);
  await changeCoverage(transaction, (known) => unitedCoverage(known, { archives: added }));
}

/** Takes away what only this import covers. To be called while it is in the log. */
export async function withdrawImportedCoverage(
  transaction: HistoryTransaction,
  id: string,
): Promise<void> {
  const imports = await doneImports(transaction);
  const apart = await coveredApart(transaction, imports);
  await transaction.objectStore("about").put(apart, APART);
  const others = imports.filter((one) => one.id !== id).flatMap(({ coverage }) => coverage);
  await changeCoverage(transaction, (known) =>
    unitedCoverage({ ...known, archives: apart }, { archives: others }),
  );
}
