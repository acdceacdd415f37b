/**
 * The person's card on top of the page, opened by the user from a badge.
 */
import { beside } from "../components/beside.ts";
import { PersonCard } from "../components/person-card.tsx";
import { askFromSite, type CardText, Orphaned } from "../messages.ts";
import { text, textDirection } from "../words/text.ts";
import { drawn } from "./drawn.ts";
import { addStyles, pageTheme } from "./page-styles.ts";

/** Who the card is about, and where it is opened from. */
export interface CardRequest {
  readonly name: string;
  /** Asks for what the card shows; resolves to `undefined` when nothing is known. */
  readonly facts: () => Promise<CardText | undefined>;
  /** Opens everything about the person in a tab of our own. */
  readonly more: () => void;
  readonly box: DOMRect;
  readonly returnFocus: () => void;
  /** The card's styles. */
  readonly css: string;
}

const HEADING = "heading";

type Shown = CardText | "unknown" | "failed";

interface PageCardProps {
  readonly request: CardRequest;
  readonly shown: Shown;
  readonly close: () => void;
}

function Message({ request, shown, close }: PageCardProps) {
  return (
    <article class="card">
      <header class="card-head">
        <h2 class="card-name" id={HEADING} dir="auto">
          {request.name}
        </h2>
      </header>
      <p>{text(shown === "failed" ? "cardFailed" : "cardUnknown")}</p>
      <p class="card-actions">
        {shown === "unknown" && (
          <button
            type="button"
            class="button"
            onClick={() => void askFromSite.openPage("dashboard")}
          >
            {text("openHistoryPage")}
          </button>
        )}
        <button type="button" class="button quiet" onClick={close}>
          {text("close")}
        </button>
      </p>
    </article>
  );
}

function PageCard(props: PageCardProps) {
  const { request, shown, close } = props;
  return (
    <div class="dialog-inside">
      {typeof shown === "string" ? (
        <Message {...props} />
      ) : (
        <PersonCard card={shown} headingId={HEADING} onClose={close}>
          <p class="card-actions">
            <button type="button" class="button" onClick={request.more}>
              {text("cardMore")}
            </button>
          </p>
        </PersonCard>
      )}
    </div>
  );
}

/** The browser's own modal dialog: focus moves in and stays, and it lies above whatever the page piles up. */
function openDialog(
  ground: HTMLElement,
  inside: Node,
  box: DOMRect,
  close: () => void,
): HTMLDialogElement {
  const dialog = ground.ownerDocument.createElement("dialog");
  dialog.className = "dialog placed";
  dialog.setAttribute("aria-labelledby", HEADING);
  dialog.append(inside);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  dialog.addEventListener("pointerdown", (event) => {
    if (event.target === dialog) close();
  });
  // What is typed here is not meant for the page's own shortcuts.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  ground.append(dialog);
  dialog.showModal();
  const { clientWidth, clientHeight } = ground.ownerDocument.documentElement;
  const place = beside(box, dialog.getBoundingClientRect(), {
    width: clientWidth,
    height: clientHeight,
  });
  dialog.style.left = `${place.left}px`;
  dialog.style.top = `${place.top}px`;
  return dialog;
}

/** Opens the card, in place of one that is open; closed by the user, or when the signal is aborted. */
export async function openCard(
  document: Document,
  request: CardRequest,
  signal: AbortSignal,
): Promise<void> {
  let shown: Shown;
  try {
    shown = (await request.facts()) ?? "unknown";
  } catch (error) {
    if (error instanceof Orphaned) return;
    shown = "failed";
  }
  if (signal.aborted) return;
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  addStyles(root, request.css);
  const ground = document.createElement("div");
  ground.className = "tielight";
  ground.dir = textDirection();
  ground.dataset["theme"] = pageTheme(document);
  root.append(ground);
  const closed = new AbortController();
  const close = (): void => {
    if (closed.signal.aborted) return;
    closed.abort();
    dialog.close();
    host.remove();
    request.returnFocus();
  };
  document.documentElement.append(host);
  const inside = drawn(<PageCard request={request} shown={shown} close={close} />);
  const dialog = openDialog(ground, inside, request.box, close);
  signal.addEventListener("abort", close, { signal: closed.signal });
}
