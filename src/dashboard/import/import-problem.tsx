import { Notice } from "../../components/acts/notice.tsx";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import { ArchiveRefusal, type RefusalCode } from "../../linkedin/archive/files/refusal.ts";
import { DOWNLOAD_PAGE } from "../../setup/archive-step.tsx";
import { Refusal } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import { refusalText, troubleText } from "../../words/trouble-words.ts";
import { ReaderFailure } from "../reader/archive-reader.ts";
import { archiveRefusalText } from "./import-words.ts";

/** What another download puts right. */
const DOWNLOADED_AGAIN: readonly RefusalCode[] = ["not-a-zip", "truncated", "damaged"];

function troubleOf({ code, message }: Refusal) {
  if (code === "no-database" || code === "full") return troubleText({ code });
  return code === "unreadable" ? troubleText({ code, detail: message }) : undefined;
}

/** Why an import did not come about, with the next step. */
export function ImportProblem({ problem }: { readonly problem: unknown }) {
  if (problem instanceof ArchiveRefusal)
    return (
      <Notice kind="danger" title={text("importUnreadHeading")}>
        <p>{archiveRefusalText(problem)}</p>
        <p class="soft">{text("importUnreadLead")}</p>
        {DOWNLOADED_AGAIN.includes(problem.code) && (
          <div class="row">
            <a class="button" href={DOWNLOAD_PAGE} target="_blank" rel="noreferrer">
              {text("setupOpenPage")} <Glyph sign={PAGE_SIGNS.away} sideways />
            </a>
          </div>
        )}
      </Notice>
    );
  const trouble = problem instanceof Refusal ? troubleOf(problem) : undefined;
  if (trouble)
    return (
      <Notice kind="danger" title={trouble.title}>
        <p>{trouble.next}</p>
      </Notice>
    );
  return (
    <Notice kind="danger" title={text("importFailedHeading")}>
      <p>{sentence(problem)}</p>
      <p class="soft">{text("importFailedLead")}</p>
      {problem instanceof ReaderFailure && (
        <div class="row">
          <button type="button" class="button" name="reload" onClick={() => location.reload()}>
            {text("importReload")}
          </button>
        </div>
      )}
    </Notice>
  );
}

function sentence(problem: unknown): string {
  if (problem instanceof ReaderFailure)
    return text("importReaderFailed", { detail: problem.message });
  if (problem instanceof Refusal && problem.code === "import-incomplete")
    return text("importIncomplete");
  return refusalText(problem);
}
