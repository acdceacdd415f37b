import { useRef } from "preact/hooks";
import { textDirection } from "../words/text.ts";

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly label: string }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** Which tab an arrow key leads to. */
function step(key: string, count: number, at: number): number | undefined {
  const forward = textDirection() === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === forward) return (at + 1) % count;
  if (key === "ArrowLeft" || key === "ArrowRight") return (at + count - 1) % count;
  return undefined;
}

/** A row of tabs: one stop for the Tab key, arrows between them. The panel of a tab has the id `panel-<name>`. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose }: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex(({ name }) => name === chosen);
  return (
    <div
      ref={list}
      class="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        const next = step(event.key, tabs.length, at);
        const tab = next === undefined ? undefined : tabs[next];
        if (next === undefined || tab === undefined) return;
        event.preventDefault();
        onChoose(tab.name);
        list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
      }}
    >
      {tabs.map(({ name, label: words }) => (
        <button
          type="button"
          role="tab"
          key={name}
          id={`tab-${name}`}
          aria-selected={name === chosen}
          aria-controls={`panel-${name}`}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
