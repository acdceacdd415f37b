import { Notice } from "../../components/acts/notice.tsx";
import { ArchiveRefusal } from "../../linkedin/archive/files/refusal.ts";
import { Refusal } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import { refusalText, troubleText } from "../../words/trouble-words.ts";
import { ReaderFailure } from "../reader/archive-reader.ts";
import { archiveRefusalText } from "./import-words.ts";

/** Nothing was dropped. */
export class NoFiles extends Error {}

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
    </Notice>
  );
}

function sentence(problem: unknown): string {
  if (problem instanceof NoFiles) return text("importNoFiles");
  if (problem instanceof ReaderFailure)
    return text("importReaderFailed", { detail: problem.message });
  if (problem instanceof Refusal && problem.code === "import-incomplete")
    return text("importIncomplete");
  return refusalText(problem);
}
