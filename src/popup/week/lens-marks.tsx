import type { LensValue } from "../../domain/suggestions/lens.ts";
import { lensReason, lensText } from "../../words/lens-words.ts";

/** Which of perspective, opportunity and news a tie offers, and why. */
export function LensMarks({ lens }: { readonly lens: readonly LensValue[] }) {
  if (lens.length === 0) return null;
  return (
    <ul class="lens small">
      {lens.map((value) => (
        <li key={value.value}>
          <strong>{lensText(value)}</strong> <span class="soft">{lensReason(value)}</span>
        </li>
      ))}
    </ul>
  );
}
