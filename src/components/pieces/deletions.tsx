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
import { tellChange, watchChanges } from "../../protocol/changes.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { BegunDeletion } from "../../protocol/table-questions.ts";
import { text } from "../../words/text.ts";
import { Toasts, useToast } from "./toast.tsx";

/** How long a deletion can be undone (ms), as long as the page is there. */
const WAITS_MS = 60_000;

type Deleting = (ids: readonly PersonId[]) => Promise<BegunDeletion>;

const DeletionContext = createContext<Deleting>((ids) => askFromPage.deletePeople({ ids }));

/** Deletes people at once. Around the page stands what was deleted, with the way back. */
export const useDeletePeople = (): Deleting => useContext(DeletionContext);

interface UndoableProps {
  readonly deletion: BegunDeletion;
  /** It cannot be undone any more, or was undone. */
  readonly onEnd: (id: string) => void;
}

/** What was deleted, with the way back. */
function Undoable({ deletion: { id, count }, onEnd }: UndoableProps) {
  const undoing = useAct();
  const toast = useToast();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone.
  useLayoutEffect(() => button.current?.focus(), [id]);
  // Who pressed Undo and was refused did not leave it to be done.
  const isWantedBack = useRef(false);
  const { at } = undoing.state;
  isWantedBack.current = at === "under-way" || at === "failed";
  const end = useCallback(
    (isUndone: boolean, isSaid: boolean) => {
      const takesFocus = place.current?.contains(document.activeElement) ?? false;
      onEnd(id);
      if (isSaid || takesFocus)
        toast({
          words: text(isUndone ? "deletionUndone" : "deletionTooLate", { count }),
          takesFocus,
        });
    },
    [id, count, onEnd, toast],
  );
  useEffect(() => {
    let isLeft = false;
    const finish = () => {
      if (isLeft || isWantedBack.current) return;
      isLeft = true;
      // Where nobody hears it, the background does it by itself a little later.
      askFromPage.finishDeletion({ id }).catch(() => {});
    };
    const gone = new AbortController();
    window.addEventListener("pagehide", finish, { signal: gone.signal });
    const timer = setTimeout(() => {
      finish();
      if (isLeft) end(false, false);
    }, WAITS_MS);
    watchChanges((change) => {
      if (change.of === "deletion" && change.id !== id && !isWantedBack.current) end(false, false);
    }, gone.signal);
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [id, end]);
  const undo = () =>
    undoing.run(async () => {
      const isUndone = await askFromPage.undoDeletion({ id });
      end(isUndone, true);
    });
  return (
    <div class="toast" ref={place}>
      <span class="toast-words">{text("bulkDeleted", { count })}</span>
      <button type="button" class="button quiet" name="deletion-undo" ref={button} onClick={undo}>
        {text("undo")}
      </button>
      <ActNotice act={undoing} />
    </div>
  );
}

interface DeletionsProps {
  readonly children: ComponentChildren;
  /** The history that the page shows: a deletion in one is not undone in another. */
  readonly of?: string | undefined;
}

/** A page in which people can be deleted: who was deleted last is said at its lower edge until it cannot be undone any more, above what else is said there. */
export function Deletions({ children, of }: DeletionsProps) {
  const [begun, setBegun] = useState<BegunDeletion & { readonly of: string | undefined }>();
  const deletePeople = useCallback<Deleting>(
    async (ids) => {
      const deletion = await askFromPage.deletePeople({ ids });
      setBegun({ ...deletion, of });
      tellChange({ of: "deletion", id: deletion.id });
      return deletion;
    },
    [of],
  );
  const end = useCallback(
    (id: string) => setBegun((known) => (known?.id === id ? undefined : known)),
    [],
  );
  return (
    <DeletionContext.Provider value={deletePeople}>
      <Toasts
        of={of}
        above={begun && begun.of === of && <Undoable key={begun.id} deletion={begun} onEnd={end} />}
      >
        {children}
      </Toasts>
    </DeletionContext.Provider>
  );
}
