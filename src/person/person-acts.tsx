import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { LaterChoices } from "../components/later-choices.tsx";
import { Popover } from "../components/pieces/popover.tsx";
import { useToast } from "../components/pieces/toast.tsx";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import type { Alias } from "../domain/person/person.ts";
import { askFromPage } from "../protocol/transport.ts";
import { dayText } from "../words/moments.ts";
import { nameInSentence } from "../words/name-text.ts";
import { opener } from "../words/openers.ts";
import { text } from "../words/text.ts";
import { useTemplates, useTone } from "../week/tone.ts";
import { useWrite } from "../week/use-write.ts";
import { type Addressed, WordsBox } from "../week/words-box.tsx";
import { HandWrittenForm } from "./hand-written-form.tsx";

interface PersonActsProps {
  readonly person: Addressed & { readonly aliases: readonly Alias[] };
  readonly now: number;
  /** The words of the message are shown, to change them. */
  readonly inWords: boolean;
  readonly onChange: () => void;
}

/** Reminders are at noon: the same day wherever the clocks go. */
const NOON = 12;

/** Write, remind, log: what is done about a person most. */
export function PersonActs({ person, now, inWords, onChange }: PersonActsProps) {
  const { id } = person;
  const [writing, write] = useWrite();
  const [tone] = useTone();
  const templates = useTemplates();
  const reminding = useAct();
  const toast = useToast();
  const name = nameInSentence(person.name);
  const remind = (at: number) => {
    const reminder = crypto.randomUUID();
    const put = (moment: number | null) =>
      askFromPage.choose({ id, made: { reminders: { [reminder]: moment } } });
    reminding.run(async () => {
      await put(at);
      onChange();
      toast({
        words: text("remindSet", { day: dayText(at, now) }),
        undo: async () => {
          await put(null);
          onChange();
        },
      });
    });
  };
  return (
    <div class="kept">
      <div class="card-actions">
        <button
          type="button"
          class="button main"
          name="write"
          aria-label={text("writeTo", { name })}
          aria-keyshortcuts="w"
          onClick={() => write(person, opener(person, tone, now, templates) ?? "")}
        >
          {text("actionOpener")}
        </button>
        <Popover
          label={text("remind")}
          face={
            <>
              {text("remind")} <Glyph sign={PAGE_SIGNS.fold} />
            </>
          }
          isNamed
          letter="r"
          name="remind-me"
        >
          {(close) => (
            <LaterChoices
              now={now}
              hour={NOON}
              onUntil={(at) => {
                close();
                remind(at);
              }}
            />
          )}
        </Popover>
        <Popover
          label={text("log")}
          face={
            <>
              {text("log")} <Glyph sign={PAGE_SIGNS.fold} />
            </>
          }
          isNamed
          letter="l"
          name="log"
        >
          {(close) => (
            <HandWrittenForm
              id={id}
              now={now}
              onLogged={(key) => {
                close();
                onChange();
                toast({
                  words: text("logged"),
                  undo: async () => {
                    await askFromPage.deleteInteraction({ id, key });
                    onChange();
                  },
                });
              }}
            />
          )}
        </Popover>
      </div>
      <ActNotice act={writing} />
      <ActNotice act={reminding} />
      {inWords && (
        <WordsBox hasFocus person={person} now={now} onWrite={(words) => write(person, words)} />
      )}
    </div>
  );
}
