import type { FileReport } from "../../linkedin/archive/reading.ts";
import { momentText } from "../../words/moments.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { numberText, sentencesText, text, type TextKey } from "../../words/text.ts";
import { fileText, notReadText, skipText } from "./import-words.ts";

const COLUMNS = ["rows", "used", "merged", "ambiguous", "skipped"] as const;

const HEADINGS: Record<(typeof COLUMNS)[number], TextKey> = {
  rows: "importFileRows",
  used: "importFileUsed",
  merged: "importFileMerged",
  ambiguous: "importFileAmbiguous",
  skipped: "importFileSkipped",
};

/** The numbers of one file, or of all. */
type FileSums = Record<(typeof COLUMNS)[number], number>;

const sums = ({ rows, used, merged, ambiguous, skipped }: FileReport): FileSums => ({
  rows,
  used,
  merged,
  ambiguous,
  skipped: skipped.reduce((sum, { count }) => sum + count, 0),
});

const added = (a: FileSums, b: FileSums): FileSums => ({
  rows: a.rows + b.rows,
  used: a.used + b.used,
  merged: a.merged + b.merged,
  ambiguous: a.ambiguous + b.ambiguous,
  skipped: a.skipped + b.skipped,
});

const NONE: FileSums = { rows: 0, used: 0, merged: 0, ambiguous: 0, skipped: 0 };

function Numbers({ of }: { readonly of: FileSums }) {
  return (
    <>
      {COLUMNS.map((column) => (
        <td key={column} data-column={column} class={of[column] === 0 ? "none" : ""}>
          {numberText(of[column])}
        </td>
      ))}
    </>
  );
}

/** Why rows of one file were left out, each reason with some of its rows. */
function Reasons({ file }: { readonly file: FileReport }) {
  if (file.skipped.length === 0) return null;
  return (
    <li>
      <strong>{fileText(file.path)}</strong>
      <ul>
        {file.skipped.map(({ reason, count, examples }) => (
          <li key={reason}>
            {text("importSkippedRows", {
              rows: text("importRows", { count }),
              reason: skipText(reason),
            })}
            <span class="soft small examples">
              {examples.map(({ row, name, at }) => (
                <span key={row}>
                  {[
                    text("importExampleRow", { row: numberText(row) }),
                    name === undefined ? "" : nameInSentence(name),
                    at === undefined ? "" : momentText(at),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What became of every row of every file; the sums are exact. */
export function ImportFiles({ files }: { readonly files: readonly FileReport[] }) {
  const read = files.filter(({ status }) => status === "read");
  const others = files.filter(({ status }) => status !== "read");
  const all = read.map(sums).reduce(added, NONE);
  return (
    <section class="files" aria-labelledby="import-files-heading">
      <h3 id="import-files-heading">{text("importFilesHeading")}</h3>
      {read.length > 0 && (
        <div class="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text("importFile")}</th>
                {COLUMNS.map((column) => (
                  <th scope="col" class="number" key={column}>
                    {text(HEADINGS[column])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {read.map((file) => (
                <tr key={`${file.source} ${file.path}`}>
                  <th scope="row" title={plainName(file.source)}>
                    {fileText(file.path)}
                  </th>
                  <Numbers of={sums(file)} />
                </tr>
              ))}
            </tbody>
            {read.length > 1 && (
              <tfoot>
                <tr>
                  <th scope="row">{text("importFileTotal")}</th>
                  <Numbers of={all} />
                </tr>
              </tfoot>
            )}
          </table>
        </div>
      )}
      <p class="soft small" hidden={read.length === 0}>
        {sentencesText([
          text("importSum"),
          all.merged > 0 ? text("importMergedMeans") : undefined,
          all.ambiguous > 0 ? text("importAmbiguousMeans") : undefined,
        ])}
      </p>
      {all.skipped > 0 && (
        <details class="why">
          <summary>{text("importWhyHeading")}</summary>
          <ul class="reasons">
            {read.map((file) => (
              <Reasons key={`${file.source} ${file.path}`} file={file} />
            ))}
          </ul>
        </details>
      )}
      {others.length > 0 && (
        <details class="others" open={read.length === 0}>
          <summary>{text("importOtherFiles", { count: others.length })}</summary>
          <ul>
            {others.map((file) => (
              <li key={`${file.source} ${file.path}`}>
                <strong>{fileText(file.path)}</strong>
                <span class="soft">{notReadText(file)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
