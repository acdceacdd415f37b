import { useEffect, useMemo, useState } from "preact/hooks";
import { text } from "../words/text.ts";
import { foundChapters, guideChapters } from "./guide-chapters.ts";

/** What one may want to read up: the lights, the archive, privacy, what to do when the site changes. Folded, searched, and whole on paper. */
export function Guide() {
  const chapters = useMemo(guideChapters, []);
  const [words, setWords] = useState("");
  const [isPrinted, setIsPrinted] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    window.addEventListener("beforeprint", () => setIsPrinted(true), { signal });
    window.addEventListener("afterprint", () => setIsPrinted(false), { signal });
    return () => gone.abort();
  }, []);
  const found = foundChapters(chapters, words);
  const isWhole = isPrinted || words.trim() !== "";
  return (
    <section class="guide" id="guide" aria-labelledby="guide-heading">
      <header class="guide-head">
        <h2 id="guide-heading">{text("guideHeading")}</h2>
        <search>
          <input
            type="text"
            role="searchbox"
            name="guide-search"
            autocomplete="off"
            aria-label={text("guideSearch")}
            placeholder={text("guideSearch")}
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </search>
        <button type="button" class="button small" name="print" onClick={() => window.print()}>
          {text("guidePrint")}
        </button>
      </header>
      <p class="hidden-words" role="status">
        {words.trim() === "" ? "" : text("guideFound", { count: found.length })}
      </p>
      {found.map(({ name, title, lines }) => (
        <details key={`${name}${isWhole}`} open={isWhole}>
          <summary>{title}</summary>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
      {found.length === 0 && <p class="soft">{text("guideNothing")}</p>}
    </section>
  );
}
