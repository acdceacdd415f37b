import { text } from "../../words/text.ts";

/** Rows that stand for those of the week until they are there. */
const ROWS = 4;

/** The outline of the week while it is read: as high as what comes, so that nothing moves. */
export function Waiting() {
  return (
    <div class="skeleton" role="status">
      <span class="hidden-words">{text("waiting")}</span>
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} class="skeleton-row" aria-hidden="true">
          <span class="skeleton-face" />
          <span class="skeleton-line" />
          <span class="skeleton-line short" />
        </div>
      ))}
    </div>
  );
}
