import { useRef } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { StringOfLight } from "../../components/pictures/mark.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { chosenFiles, type GivenFile } from "../../setup/given-files.ts";
import { useDroppedFiles } from "../../setup/use-dropped-files.ts";
import { text } from "../../words/text.ts";

interface DropZoneProps {
  readonly onGiven: (files: readonly GivenFile[]) => void;
}

/** Where everything is dropped or chosen that can come in: ZIPs, folders, single files, backups. */
export function DropZone({ onGiven }: DropZoneProps) {
  const act = useAct();
  const isOver = useDroppedFiles((dropped) => act.runLatest(async () => onGiven(await dropped)));
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement) => {
    const found = chosenFiles(input.files ?? []);
    // The same file can be chosen again after it was put right.
    input.value = "";
    if (found.length > 0) onGiven(found);
  };
  return (
    <div class={isOver ? "drop over" : "drop"}>
      <StringOfLight />
      <ActNotice act={act} />
      <strong>{text("importDrop")}</strong>
      <p class="soft">{text("importDropMore")}</p>
      <div class="row">
        <button type="button" class="button main" onClick={() => files.current?.click()}>
          {text("importChooseFiles")}
        </button>
        <button type="button" class="button" onClick={() => folder.current?.click()}>
          {text("importChooseFolder")}
        </button>
      </div>
      <input
        ref={files}
        type="file"
        name="given"
        multiple
        accept=".zip,.csv,.tsv,.jsonl,.gz,.age,application/zip,text/csv,application/jsonl,application/gzip"
        aria-label={text("importChooseFiles")}
        hidden
        onChange={(event) => chosen(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // Not in the types of attributes, though every browser has it.
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        name="given-folder"
        aria-label={text("importChooseFolder")}
        hidden
        onChange={(event) => chosen(event.currentTarget)}
      />
    </div>
  );
}
