import { createContext, type ComponentChildren } from "preact";
import {
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "preact/hooks";
import { ActNotice } from "../acts/act-notice.tsx";
import { useAct } from "../acts/use-act.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { BegunDeletion } from "../../protocol/table-questions.ts";
import { text } from "../../words/text.ts";

/** How long a deletion can be undone (ms), as long as the page is there. */
const WAITS_MS = 60_000;

type Deleting = (ids: readonly PersonId[]) => Promise<BegunDeletion>;

const DeletionContext = createContext<Deleting>((ids) => askFromPage.deletePeople({ ids }));

/** Deletes people at once. Around the page stands what was deleted, with the way back. */
export const useDeletePeople = (): Deleting => useContext(DeletionContext);

interface UndoableProps {
  readonly deletion: BegunDeletion;
  /** It cannot be undone any more, or was undone. */
  readonly onEnd: (said?: string) => void;
}

/** What was deleted, with the way back. */
function Undoable({ deletion: { id, count }, onEnd }: UndoableProps) {
  const undoing = useAct();
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone.
  useLayoutEffect(() => button.current?.focus(), [id]);
  useEffect(() => {
    let isLeft = false;
    const finish = () => {
      if (isLeft) return;
      isLeft = true;
      // Where nobody hears it, the background does it by itself a little later.
      askFromPage.finishDeletion({ id }).catch(() => {});
    };
    const gone = new AbortController();
    window.addEventListener("pagehide", finish, { signal: gone.signal });
    const timer = setTimeout(() => {
      finish();
      onEnd();
    }, WAITS_MS);
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [id, onEnd]);
  const undo = () =>
    undoing.run(async () => {
      const isUndone = await askFromPage.undoDeletion({ id });
      onEnd(text(isUndone ? "deletionUndone" : "deletionTooLate", { count }));
    });
  return (
    <div class="toast">
      <span class="toast-words">{text("bulkDeleted", { count })}</span>
      <button type="button" class="button quiet" name="deletion-undo" ref={button} onClick={undo}>
        {text("undo")}
      </button>
      <ActNotice act={undoing} />
    </div>
  );
}

/** How long it is said what came of an undo (ms). */
const SAID_MS = 8000;

/** A page in which people can be deleted: who was deleted last is said at its lower edge until it cannot be undone any more. */
export function Deletions({ children }: { readonly children: ComponentChildren }) {
  const [begun, setBegun] = useState<BegunDeletion>();
  const [said, setSaid] = useState<string>();
  const deletePeople = useCallback<Deleting>(async (ids) => {
    const deletion = await askFromPage.deletePeople({ ids });
    setSaid(undefined);
    setBegun(deletion);
    return deletion;
  }, []);
  const end = useCallback((words?: string) => {
    setBegun(undefined);
    setSaid(words);
  }, []);
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <DeletionContext.Provider value={deletePeople}>
      {children}
      <div class="toasts" role="status">
        {begun && <Undoable key={begun.id} deletion={begun} onEnd={end} />}
        {said !== undefined && (
          <div class="toast">
            <span class="toast-words">{said}</span>
          </div>
        )}
      </div>
    </DeletionContext.Provider>
  );
}
