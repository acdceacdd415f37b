import { text } from "../words/text.ts";
import { Dialog } from "./dialog.tsx";
import { ExportForm } from "./export/export-form.tsx";
import type { ExportScope } from "./export/export-scope.ts";
import { offerFile } from "./offer-file.ts";
import { CARD_SIGNS, Glyph } from "./pictures/glyph.tsx";

interface ExportDialogProps {
  /** Whom one may choose; the first is chosen at first. */
  readonly scopes: readonly [ExportScope, ...ExportScope[]];
  readonly onClose: () => void;
}

/** Takes people out for other programs. */
export function ExportDialog({ scopes, onClose }: ExportDialogProps) {
  return (
    <Dialog labelledBy="export-heading" onClose={onClose}>
      <div class="card">
        <header class="card-head">
          <h2 class="card-name" id="export-heading">
            {text("exportPeople")}
          </h2>
          <button type="button" class="button icon" aria-label={text("close")} onClick={onClose}>
            <Glyph sign={CARD_SIGNS.close} />
          </button>
        </header>
        <ExportForm scopes={scopes} onFile={offerFile} />
      </div>
    </Dialog>
  );
}
