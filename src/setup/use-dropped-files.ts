import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { droppedFiles, type GivenFile } from "./given-files.ts";

/**
 * Takes files and folders that are dropped anywhere in the window: who misses the place drawn for them meant it all the same.
 *
 * @returns whether files are over the window now
 */
export function useDroppedFiles(
  onDropped: (files: Promise<readonly GivenFile[]>) => void,
): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(onDropped);
  latest.current = onDropped;
  // In one step with what is drawn: what is dropped in between would open in the tab.
  useLayoutEffect(() => {
    const gone = new AbortController();
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setIsOver(true);
    };
    const left = (event: DragEvent): void => {
      // It goes from element to element within the window; nothing comes after the last.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const dropped = (event: DragEvent): void => {
      setIsOver(false);
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      // What was dropped can be looked at only now.
      latest.current(droppedFiles(event.dataTransfer));
    };
    const { signal } = gone;
    window.addEventListener("dragover", over, { signal });
    window.addEventListener("dragleave", left, { signal });
    window.addEventListener("drop", dropped, { signal });
    return () => gone.abort();
  }, []);
  return isOver;
}
