import { Popover } from "../components/pieces/popover.tsx";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import { profileOf } from "../components/profile-link.ts";
import type { PersonDetails } from "../domain/directory/person-card.ts";
import { shownCareer } from "../domain/person/corrected.ts";
import type { Made } from "../domain/records/made.ts";
import type { Rule } from "../domain/records/rule.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text, type TextKey } from "../words/text.ts";
import { PANEL_NAMES, type PanelName } from "./person-panel.tsx";
import { STANDINGS } from "./choices/person-standing.tsx";

interface PersonMenuProps {
  readonly name: string;
  readonly details: PersonDetails;
  readonly now: number;
  /** The address of the person's page; absent on that page. */
  readonly page?: string;
  readonly onPanel: (panel: PanelName) => void;
  readonly onChoose: (made: Made) => void;
  readonly onRule: (rule: Rule) => void;
  readonly onWords: () => void;
}

/** What is done less often about a person. */
export function PersonMenu(props: PersonMenuProps) {
  const { name, details, now, page, onPanel, onChoose, onRule, onWords } = props;
  const { aliases, choices, questions } = details;
  const link = profileOf(aliases);
  const company = shownCareer(details).findLast((seen) => seen.company !== undefined)?.company;
  const isRuledOut = details.rules.some(({ says }) => says.what === "never");
  return (
    <Popover
      label={text("moreAbout", { name: nameInSentence(name) })}
      face={<Glyph sign={PAGE_SIGNS.more} />}
      class={`icon${questions.length > 0 ? " marked" : ""}`}
      name="person-menu"
    >
      {(close) => {
        const choice = (words: string, choose: () => void) => (
          <button
            type="button"
            class="menu-choice"
            onClick={() => {
              close();
              choose();
            }}
          >
            {words}
          </button>
        );
        const panel = (which: PanelName) => choice(text(PANEL_NAMES[which]), () => onPanel(which));
        return (
          <>
            {link !== undefined && (
              <a class="menu-choice" href={link} target="_blank" rel="noreferrer">
                {text("openProfile")}
              </a>
            )}
            {page !== undefined && (
              <a class="menu-choice" href={page} target="_blank" rel="noreferrer">
                {text("openWholePage")}
              </a>
            )}
            {choice(text("changeWords"), onWords)}
            <hr />
            {STANDINGS.filter(({ is }) => !is(choices, now)).flatMap(({ key, set, made }) =>
              set === undefined
                ? []
                : [
                    <div key={key}>
                      {choice(text(set satisfies TextKey), () => onChoose(made(Date.now())))}
                    </div>,
                  ],
            )}
            {company !== undefined &&
              !isRuledOut &&
              choice(text("neverAtCompany", { company: nameInSentence(company) }), () =>
                onRule({ about: { of: "company", name: company }, says: { what: "never" } }),
              )}
            <hr />
            {questions.length > 0 &&
              choice(text("questionsOpen", { count: questions.length }), () =>
                onPanel("questions"),
              )}
            {panel("correct")}
            {panel("delete")}
          </>
        );
      }}
    </Popover>
  );
}
