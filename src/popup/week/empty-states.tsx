import { EmptyState } from "../../components/pieces/empty-state.tsx";
import { DASHBOARD } from "../../components/own-pages.ts";
import type { Mode } from "../../settings/mode.ts";
import { text } from "../../words/text.ts";

/** The history is empty: browse, or bring ten years of it. */
export function NobodyKnown({ mode }: { readonly mode: Mode }) {
  return (
    <EmptyState title={text("emptyNobody")}>
      <p>{text(mode === "archive" ? "emptyNobodyArchiveNext" : "emptyNobodyNext")}</p>
      <a class="button main" href={DASHBOARD} target="_blank" rel="noreferrer">
        {text("openHistory")}
      </a>
    </EmptyState>
  );
}

/** People are known, and none of them is late. */
export function NobodyStale() {
  return (
    <EmptyState title={text("emptyStale")}>
      <p>{text("emptyStaleNext")}</p>
    </EmptyState>
  );
}
