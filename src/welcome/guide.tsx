import { useEffect, useMemo, useState } from "preact/hooks";
import { BandGlyph } from "../components/pictures/band-glyph.tsx";
import { RequestPicture } from "../setup/request-picture.tsx";
import { text } from "../words/text.ts";
import { foundChapters, type GuideChapter, guideChapters } from "./guide-chapters.ts";

interface ChapterProps {
  readonly chapter: GuideChapter;
  readonly isOpen: boolean;
}

/** One chapter: lines or steps, the lights they are about, and the page to ask for the archive on, drawn. */
function Chapter({ chapter, isOpen }: ChapterProps) {
  const Lines = chapter.isInSteps ? "ol" : "ul";
  return (
    <details open={isOpen}>
      <summary>{chapter.title}</summary>
      <Lines>
        {chapter.lines.map(({ words, band }) => (
          <li key={words} class={band && "with-light"}>
            {band && <BandGlyph band={band} />}
            {words}
          </li>
        ))}
      </Lines>
      {chapter.hasRequestPicture && <RequestPicture />}
    </details>
  );
}

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
      {found.map((one) => (
        <Chapter key={`${one.name}${isWhole}`} chapter={one} isOpen={isWhole} />
      ))}
      {found.length === 0 && <p class="soft">{text("guideNothing")}</p>}
    </section>
  );
}
