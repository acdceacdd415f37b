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
import { text } from "../../words/text.ts";

/** What was done, in a sentence, and the way back. */
export interface ToastSaid {
  readonly words: string;
  readonly undo?: () => Promise<void>;
  /** What had the focus is gone: the words are read next. */
  readonly takesFocus?: boolean;
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
  const { words, undo, takesFocus = false } = said;
  const { state } = undoing;
  const saying = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) saying.current?.focus();
  }, [takesFocus]);
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
      <span class="toast-words" tabIndex={-1} ref={saying}>
        {words}
      </span>
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

interface ToastsProps {
  readonly children: ComponentChildren;
  /** The history that the page shows: what was done in one is neither said nor undone in another. */
  readonly of?: string | undefined;
  /** What stands above the toast for longer. */
  readonly above?: ComponentChildren;
}

/** The place at the lower edge of a page or dialog where toasts come up, one at a time. */
export function Toasts({ children, of, above }: ToastsProps) {
  const [said, setSaid] = useState<ToastSaid & { readonly of: string | undefined }>();
  const count = useRef(0);
  const show = useCallback(
    (one: ToastSaid) => {
      count.current += 1;
      setSaid({ ...one, of });
    },
    [of],
  );
  const gone = useCallback(() => setSaid(undefined), []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div class="toasts" role="status">
        {above}
        {said && said.of === of && <Toast key={count.current} said={said} onGone={gone} />}
      </div>
    </ToastContext.Provider>
  );
}
