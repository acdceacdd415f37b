import { useEffect, useRef } from "preact/hooks";
import { DASHBOARD } from "../components/own-pages.ts";
import type { Mode } from "../settings/mode.ts";
import { text, type TextKey } from "../words/text.ts";

const NEXT: Record<Mode, TextKey> = {
  badges: "nextBadges",
  popup: "nextPopup",
  archive: "nextArchive",
};

/** What happens now, and how to choose otherwise. */
export function AfterChoice({ mode }: { readonly mode: Mode }) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.scrollIntoView({ block: "nearest" }), [mode]);
  return (
    <section class="after" role="status" ref={ref}>
      <h2>{text("afterHeading")}</h2>
      <p>{text(NEXT[mode])}</p>
      {mode !== "archive" && <p>{text("nextArchiveHint")}</p>}
      <p>{text("nextChange")}</p>
      <p>
        <a class="button main" href={DASHBOARD}>
          {text("openHistory")}
        </a>
      </p>
    </section>
  );
}
