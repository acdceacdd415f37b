import { useEffect, useRef, useState } from "preact/hooks";
import type { ExportKind, FilePreview } from "../../exchange/people-file.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { Answer } from "../acts/use-answer.ts";
import { type ExportScope, idsOf } from "./export-scope.ts";
import { fileWords } from "./file-kinds.ts";

/** How many people a file would be about, and its first lines. */
export interface ShownPreview extends FilePreview {
  readonly people: number;
}

async function made(
  scope: ExportScope,
  kind: ExportKind,
  isOwnIncluded: boolean,
  signal: AbortSignal,
): Promise<ShownPreview> {
  const [ids, { filePreview }] = await Promise.all([
    idsOf(scope),
    import("../../exchange/people-file.ts"),
  ]);
  signal.throwIfAborted();
  const options = { isOwnIncluded, words: fileWords(), now: Date.now() };
  const preview = await filePreview(askFromPage, { kind, ids, options }, signal);
  return { ...preview, people: ids.length };
}

/** The preview of the file that is chosen now. */
export function usePreview(
  scope: ExportScope,
  kind: ExportKind,
  isOwnIncluded: boolean,
): Answer<ShownPreview> {
  const [preview, setPreview] = useState<Answer<ShownPreview>>({ state: "asked" });
  const latest = useRef(scope);
  latest.current = scope;
  const { of } = scope;
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    setPreview({ state: "asked" });
    made(latest.current, kind, isOwnIncluded, signal).then(
      (answer) => !signal.aborted && setPreview({ state: "answered", answer }),
      (error: unknown) => !signal.aborted && setPreview({ state: "failed", error }),
    );
    return () => gone.abort();
  }, [of, kind, isOwnIncluded]);
  return preview;
}
