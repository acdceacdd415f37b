import type { ComponentChildren } from "preact";
import { StringOfLight } from "../pictures/mark.tsx";

interface EmptyStateProps {
  readonly title: string;
  /** Says what to do next. */
  readonly children: ComponentChildren;
}

/** A list with nobody in it: why, and what to do next. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <StringOfLight />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
