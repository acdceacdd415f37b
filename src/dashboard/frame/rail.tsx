import type { ComponentChildren } from "preact";
import { Mark } from "../../components/pictures/mark.tsx";
import { text, type TextKey } from "../../words/text.ts";
import { hashOf, type PlaceName, type Section } from "./address.ts";
import { SectionSign } from "./section-sign.tsx";

/** What each section is called. */
export const SECTION_NAMES: Readonly<Record<Section, TextKey>> = {
  week: "sectionWeek",
  people: "people",
  changes: "sectionChanges",
  network: "sectionNetwork",
  data: "sectionData",
  settings: "settings",
};

interface RailProps {
  /** The sections that hold something. */
  readonly sections: readonly Section[];
  readonly shown: PlaceName;
  /** Account and coverage. */
  readonly children: ComponentChildren;
}

/** The ways to the sections: a column beside them, a bar above them where the window is narrow. */
export function Rail({ sections, shown, children }: RailProps) {
  return (
    <header class="rail">
      <p class="rail-mark">
        <Mark />
        {text("extensionName")}
      </p>
      <nav aria-label={text("sections")}>
        <ul>
          {sections.map((section) => (
            <li key={section}>
              <a
                href={hashOf({ section, within: [] })}
                {...(section === shown && { "aria-current": "page" as const })}
                {...(section === "people" &&
                  (shown === "person" || shown === "questions") && {
                    "aria-current": "true" as const,
                  })}
              >
                <SectionSign section={section} />
                {text(SECTION_NAMES[section])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="rail-foot">{children}</div>
    </header>
  );
}
