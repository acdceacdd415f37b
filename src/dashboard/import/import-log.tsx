import { useEffect, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { Answer } from "../../components/acts/use-answer.ts";
import type { LoggedImport } from "../../domain/records/archive-import.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { momentText } from "../../words/moments.ts";
import { listText, numberText, text } from "../../words/text.ts";
import { OutcomeLines } from "./import-report.tsx";
import { fileText } from "./import-words.ts";
import { oneAtATime } from "./session/one-at-a-time.ts";

/** How often the progress is asked for (ms). */
const ASK_EVERY_MS = 250;

/** One import, and the way to take it back. */
function Entry({
  entry,
  onUndone,
}: {
  readonly entry: LoggedImport;
  readonly onUndone: () => void;
}) {
  const sources = [...new Set(entry.files.map(({ source }) => fileText(source)))];
  const act = useAct();
  const [isAsked, setIsAsked] = useState(false);
  const isRunning = act.state.at === "under-way";
  const undo = () =>
    act.run(async () => {
      await oneAtATime(() => askFromPage.undoImport({ id: entry.id }));
      onUndone();
    });
  return (
    <li class="log-entry" data-import={entry.id}>
      <div>
        <strong>{momentText(entry.doneAt)}</strong>
        <p class="soft small">{listText(sources)}</p>
      </div>
      <div class="small">
        <OutcomeLines outcome={entry.outcome} />
      </div>
      {!isAsked && (
        <div class="row">
          <button type="button" class="button" name="undo" onClick={() => setIsAsked(true)}>
            {text("importUndo")}
          </button>
        </div>
      )}
      {isAsked && !isRunning && (
        <Notice kind="calm">
          <p>{text("importUndoQuestion")}</p>
          <div class="row">
            <button type="button" class="button main" name="undo-yes" onClick={undo}>
              {text("importUndoYes")}
            </button>
            <button type="button" class="button" onClick={() => setIsAsked(false)}>
              {text("importUndoNo")}
            </button>
          </div>
        </Notice>
      )}
      {isRunning ? <UndoProgress entry={entry} /> : <ActNotice act={act} />}
    </li>
  );
}

function UndoProgress({ entry }: { readonly entry: LoggedImport }) {
  const { peopleNew, peopleKnown } = entry.outcome;
  const total = peopleNew + peopleKnown;
  const [people, setPeople] = useState(0);
  useEffect(() => {
    const asking = setInterval(() => {
      askFromPage
        .importProgress({ id: entry.id })
        .then((far) => far && setPeople(far.people))
        // What does not answer now answers the undoing itself.
        .catch(() => undefined);
    }, ASK_EVERY_MS);
    return () => clearInterval(asking);
  }, [entry.id]);
  return (
    <div class="progress">
      <p class="progress-title" role="status">
        {text("importUndoing")}
      </p>
      <progress aria-label={text("importUndoing")} max={Math.max(1, total)} value={people} />
      <p class="progress-counts">
        {text("importPeopleOf", { done: numberText(people), total: numberText(total) })}
      </p>
    </div>
  );
}

interface ImportLogProps {
  readonly log: Answer<readonly LoggedImport[]>;
  readonly onChange: () => void;
}

/** Every import into the history, each with the way to take it back. */
export function ImportLog({ log, onChange }: ImportLogProps) {
  const [isUndone, setIsUndone] = useState(false);
  const entries = log.state === "answered" ? log.answer : [];
  if (entries.length === 0 && !isUndone) return null;
  return (
    <section class="panel" aria-labelledby="import-log-heading">
      <h2 id="import-log-heading">{text("importLogHeading")}</h2>
      {isUndone && <Notice kind="calm">{text("importUndone")}</Notice>}
      <ul class="log">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            onUndone={() => {
              setIsUndone(true);
              onChange();
            }}
          />
        ))}
      </ul>
    </section>
  );
}
