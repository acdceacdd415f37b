import { LaterChoices } from "../components/later-choices.tsx";
import { Popover } from "../components/pieces/popover.tsx";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import { profileLink } from "../components/profile-link.ts";
import type { ReadyRow } from "../domain/directory/ready-row.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text } from "../words/text.ts";

interface RowMoreProps {
  readonly row: Pick<ReadyRow, "name" | "alias">;
  readonly now: number;
  /** The letter that opens it, where rows answer to letters. */
  readonly letter?: string;
  readonly onUntil: (until: number) => void;
  /** Absent where "never" is no answer. */
  readonly onNever?: () => void;
  /** Shows the words of the message to change them; absent where none are offered. */
  readonly onWords?: () => void;
}

/** What is done less often about a person of the week: snooze, never, other words, the profile. */
export function RowMore({ row, now, letter, onUntil, onNever, onWords }: RowMoreProps) {
  const link = row.alias && profileLink(row.alias);
  return (
    <Popover
      label={text("moreAbout", { name: nameInSentence(row.name) })}
      face={<Glyph sign={PAGE_SIGNS.more} />}
      class="icon small"
      {...(letter !== undefined && { letter })}
      name="more"
    >
      {(close) => (
        <>
          <p class="menu-heading">{text("snooze")}</p>
          <LaterChoices
            now={now}
            onUntil={(until) => {
              close();
              onUntil(until);
            }}
          />
          {onNever && (
            <button
              type="button"
              class="menu-choice"
              onClick={() => {
                close();
                onNever();
              }}
            >
              {text("actionNever")}
            </button>
          )}
          <hr />
          {onWords && (
            <button
              type="button"
              class="menu-choice"
              onClick={() => {
                close();
                onWords();
              }}
            >
              {text("changeWords")}
            </button>
          )}
          {link !== undefined && (
            <a class="menu-choice" href={link} target="_blank" rel="noreferrer">
              {text("openProfile")}
            </a>
          )}
        </>
      )}
    </Popover>
  );
}
