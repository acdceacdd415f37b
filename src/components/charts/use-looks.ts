import { useEffect, useState } from "preact/hooks";

/** What changes the colours of a page. */
const LOOKS = [
  "(prefers-color-scheme: dark)",
  "(prefers-contrast: more)",
  "(forced-colors: active)",
  "print",
];

/** A number that rises with every change of the colours: what is drawn on a canvas has to be drawn anew. */
export function useLooks(): number {
  const [round, setRound] = useState(0);
  useEffect(() => {
    const gone = new AbortController();
    const changed = () => setRound((before) => before + 1);
    for (const look of LOOKS)
      matchMedia(look).addEventListener("change", changed, { signal: gone.signal });
    const themes = new MutationObserver(changed);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    gone.signal.addEventListener("abort", () => themes.disconnect());
    return () => gone.abort();
  }, []);
  return round;
}
