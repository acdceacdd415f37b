import { createContext, type ComponentChildren } from "preact";
import { useCallback, useContext, useEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../acts/act-notice.tsx";
import { useAct } from "../acts/use-act.ts";
import { text } from "../../words/text.ts";

/** What was done, in a sentence, and the way back. */
export interface ToastSaid {
  readonly words: string;
  readonly undo?: () => Promise<void>;
}

/** How long a toast stays (ms) while nobody points at it or has the focus in it. */
const STAYS_MS = 8000;

const ToastContext = createContext<(said: ToastSaid) => void>(() => {});

/** Says what was done at the lower edge, with the way back. */
export const useToast = (): ((said: ToastSaid) => void) => useContext(ToastContext);

interface ToastProps {
  readonly said: ToastSaid;
  readonly onGone: () => void;
}

function Toast({ said, onGone }: ToastProps) {
  const undoing = useAct();
  const [isHeld, setIsHeld] = useState(false);
  const { words, undo } = said;
  const { state } = undoing;
  useEffect(() => {
    if (isHeld || state.at === "failed" || state.at === "under-way") return undefined;
    const timer = setTimeout(onGone, STAYS_MS);
    return () => clearTimeout(timer);
  }, [isHeld, state, onGone, said]);
  return (
    <div
      class="toast"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocusIn={() => setIsHeld(true)}
      onFocusOut={() => setIsHeld(false)}
    >
      <span class="toast-words">{words}</span>
      {undo && (
        <button
          type="button"
          class="button quiet"
          onClick={() =>
            undoing.run(async () => {
              await undo();
              onGone();
            })
          }
        >
          {text("undo")}
        </button>
      )}
      <ActNotice act={undoing} />
    </div>
  );
}

/** The place at the lower edge of a page or dialog where toasts come up, one at a time. */
export function Toasts({ children }: { readonly children: ComponentChildren }) {
  const [said, setSaid] = useState<ToastSaid>();
  const count = useRef(0);
  const show = useCallback((one: ToastSaid) => {
    count.current += 1;
    setSaid(one);
  }, []);
  const gone = useCallback(() => setSaid(undefined), []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div class="toasts" role="status">
        {said && <Toast key={count.current} said={said} onGone={gone} />}
      </div>
    </ToastContext.Provider>
  );
}
