import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Avatar } from "../../components/pieces/avatar.tsx";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import type { SuggestedRow } from "../../domain/week/week.ts";
import { text } from "../../words/text.ts";

interface HelloListProps {
  readonly rows: readonly SuggestedRow[];
  /** Whether it is open from the start: there is nothing else to do. */
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** People nobody talked with yet, in one line until the user wants to see them. */
export function HelloList({ rows, open, children }: HelloListProps) {
  const [isOpen, setIsOpen] = useState(open);
  if (rows.length === 0) return null;
  const left = rows.filter(({ done }) => done === undefined).length;
  return (
    <section class="hello">
      <button
        type="button"
        class="hello-line"
        name="hello"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span class="avatars" aria-hidden="true">
          {rows.slice(0, 3).map(({ id, name, tie }) => (
            <Avatar key={id} id={id} name={name} band={tie.band} />
          ))}
        </span>
        <span>{text("hello", { count: left })}</span>
        <Glyph sign={PAGE_SIGNS.fold} class={isOpen ? "turned" : ""} />
      </button>
      {isOpen && <ul class="people">{children}</ul>}
    </section>
  );
}
