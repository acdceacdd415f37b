import { Glyph } from "../../components/pictures/glyph.tsx";
import type { Section } from "./address.ts";

/** Paths on a field of 16 by 16. */
const SIGNS: Readonly<Record<Section, string>> = {
  week: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M5.5 10l1.7 1.7L10.5 8.5",
  people:
    "M6 8a2.6 2.6 0 1 1 .1 0zM1.5 14c.3-2.6 2-4 4.5-4s4.2 1.4 4.5 4M10.8 3a2.5 2.5 0 0 1 0 4.9M12.3 10.3c1.3.6 2 1.9 2.2 3.7",
  changes: "M3 5.5h7.5M8 3l2.5 2.5L8 8M13 10.5H5.5M8 8l-2.5 2.5L8 13",
  network:
    "M3.5 5a1.7 1.7 0 1 1 .1 0zM12.5 6.5a1.7 1.7 0 1 1 .1 0zM7 14a1.7 1.7 0 1 1 .1 0zM5.2 3.8l5.6 1M11.6 6.5L8 10.7M4 5l2.5 5.6",
  data: "M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2s-2.5 2-5.5 2s-5.5-.9-5.5-2zM2.5 4v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2",
  settings:
    "M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M9.8 6.2a1.7 1.7 0 1 1 .1 0zM6.2 13.2a1.7 1.7 0 1 1 .1 0z",
};

/** The sign of a section; its name stands beside it. */
export function SectionSign({ section }: { readonly section: Section }) {
  return <Glyph sign={SIGNS[section]} />;
}
