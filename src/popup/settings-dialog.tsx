import { Dialog } from "../components/dialog.tsx";
import { ExportButtons } from "../components/export-buttons.tsx";
import { Glyph } from "../components/glyph.tsx";
import { ModeChoice } from "../components/mode-choice.tsx";
import { WELCOME } from "../components/own-pages.ts";
import { ThemeChoice } from "../components/theme-choice.tsx";
import { chooseMode, type Mode } from "../settings.ts";
import { GoalChoice } from "./goal-choice.tsx";
import { text } from "../words/text.ts";

interface SettingsDialogProps {
  readonly mode: Mode | undefined;
  readonly goal: number | undefined;
  readonly onGoal: (goal: number | undefined) => void;
  readonly onClose: () => void;
}

/** How far Tielight may go, how it looks, and the way out for the history. */
export function SettingsDialog({ mode, goal, onGoal, onClose }: SettingsDialogProps) {
  return (
    <Dialog labelledBy="settings-heading" onClose={onClose}>
      <div class="card">
        <header class="card-head">
          <h2 class="card-name" id="settings-heading">
            {text("settings")}
          </h2>
          <button type="button" class="button icon" aria-label={text("close")} onClick={onClose}>
            <Glyph name="close" />
          </button>
        </header>
        <ModeChoice chosen={mode} onChoose={(chosen) => void chooseMode(chosen)} />
        <GoalChoice goal={goal} onGoal={onGoal} />
        <ThemeChoice />
        <section class="stack-tight">
          <h3>{text("exportHeading")}</h3>
          <ExportButtons />
        </section>
        <footer class="card-foot small">
          <a href={WELCOME} target="_blank" rel="noreferrer">
            {text("whatTielightDoes")}
          </a>
        </footer>
      </div>
    </Dialog>
  );
}
