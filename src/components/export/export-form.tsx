import { useEffect, useRef, useState } from "preact/hooks";
import type { ExportKind } from "../../exchange/people-file.ts";
import { isoDay } from "../../exchange/people/written-time.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { numberText, text, type TextKey } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { ActNotice } from "../acts/act-notice.tsx";
import { lastAnswer } from "../acts/use-answer.ts";
import { useAct } from "../acts/use-act.ts";
import { Segments } from "../pieces/segments.tsx";
import { type ExportScope, idsOf } from "./export-scope.ts";
import { FILE_KINDS, fileWords } from "./file-kinds.ts";
import { usePreview } from "./use-preview.ts";

const SCOPES: Readonly<Record<ExportScope["of"], TextKey>> = {
  selected: "exportSelected",
  view: "exportView",
  everybody: "tabPeople",
};

interface ExportFormProps {
  /** Whom one may choose; the first is chosen at first. */
  readonly scopes: readonly [ExportScope, ...ExportScope[]];
  readonly onFile: (name: string, content: Blob) => void;
}

/** Whom to export, as what, and with what: previewed, then written as a file, which can be cancelled. */
export function ExportForm({ scopes, onFile }: ExportFormProps) {
  const [of, setOf] = useState(scopes[0].of);
  const [kind, setKind] = useState<ExportKind>("people-csv");
  const [isOwnIncluded, setOwnIncluded] = useState(true);
  const [written, setWritten] = useState<number>();
  const [said, setSaid] = useState("");
  const writing = useRef<AbortController>(undefined);
  const act = useAct();
  useEffect(() => () => writing.current?.abort(), []);
  const scope = scopes.find((one) => one.of === of) ?? scopes[0];
  const preview = usePreview(scope, kind, isOwnIncluded);
  const shown = lastAnswer(preview);
  const isUnderWay = act.state.at === "under-way";

  const write = async (): Promise<void> => {
    const cancelled = new AbortController();
    writing.current = cancelled;
    setSaid("");
    setWritten(0);
    try {
      const { peopleFile } = await import("../../exchange/people-file.ts");
      const now = Date.now();
      const ids = scope.of === "everybody" ? undefined : await idsOf(scope);
      const options = { isOwnIncluded, words: fileWords(), now };
      let people = 0;
      const file = await peopleFile(
        askFromPage,
        { kind, ids, options },
        (count) => setWritten((people = count)),
        cancelled.signal,
      );
      onFile(FILE_KINDS[kind].file(isoDay(now)), file);
      setSaid(text("bulkExported", { count: people }));
    } catch (error) {
      if (!cancelled.signal.aborted) throw error;
      setSaid(text("exportCancelled"));
    } finally {
      setWritten(undefined);
    }
  };

  const changed = (change: () => void) => {
    setSaid("");
    change();
  };
  const isEmpty = shown?.people === 0 || shown?.events === 0;
  return (
    <form
      class="stack export-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(write);
      }}
    >
      <fieldset class="stack" disabled={isUnderWay}>
        {scopes.length > 1 && (
          <Segments
            label={text("exportWhom")}
            group="export-of"
            segments={scopes.map((one) => ({ name: one.of, label: text(SCOPES[one.of]) }))}
            chosen={of}
            onChoose={(chosen) => changed(() => setOf(chosen))}
          />
        )}
        <label class="field">
          <span>{text("exportAs")}</span>
          <select
            name="export-kind"
            value={kind}
            onChange={({ currentTarget }) =>
              changed(() => setKind(currentTarget.value as ExportKind))
            }
          >
            {Object.entries(FILE_KINDS).map(([name, { label }]) => (
              <option key={name} value={name}>
                {text(label)}
              </option>
            ))}
          </select>
        </label>
        <label class="toggle">
          <input
            type="checkbox"
            name="export-own"
            checked={isOwnIncluded}
            onChange={({ currentTarget }) => changed(() => setOwnIncluded(currentTarget.checked))}
          />
          <span>{text("exportOwn")}</span>
        </label>
      </fieldset>
      <div class="export-preview">
        <p class="row small">
          {shown !== undefined && <span>{text("foundCount", { count: shown.people })}</span>}
          {shown?.events !== undefined && (
            <span>{text("exportEvents", { count: shown.events })}</span>
          )}
          {preview.state === "asked" && text("waiting")}
          {preview.state === "failed" && refusalText(preview.error)}
        </p>
        {shown !== undefined && shown.lines !== "" && (
          <pre tabIndex={0} role="group" aria-label={text("exportPreview")} dir="auto">
            {shown.lines}
          </pre>
        )}
      </div>
      <div class="row">
        <button
          type="submit"
          name="export-save"
          class="button main"
          disabled={isUnderWay || isEmpty}
        >
          {text("exportSave")}
        </button>
        {isUnderWay && (
          <button
            type="button"
            name="export-cancel"
            class="button quiet"
            onClick={() => writing.current?.abort()}
          >
            {text("cancel")}
          </button>
        )}
      </div>
      <p role="status" class="small">
        {written === undefined || shown === undefined
          ? said
          : text("bulkProgress", { done: numberText(written), all: numberText(shown.people) })}
      </p>
      {act.state.at === "failed" && <ActNotice act={act} />}
    </form>
  );
}
