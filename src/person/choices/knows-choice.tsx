import { ActNotice } from "../../components/acts/act-notice.tsx";
import { knownByHand } from "../../domain/person/by-hand.ts";
import { type Choices, KNOWS, type Knows, type PersonId } from "../../domain/person/person.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text, type TextKey } from "../../words/text.ts";
import { useChoose } from "./use-choose.ts";

const NAMES: Readonly<Record<Knows, TextKey>> = {
  well: "knowsWell",
  "a-little": "knowsALittle",
  "not-at-all": "knowsNotAtAll",
};

interface KnowsChoiceProps {
  readonly id: PersonId;
  readonly name: string;
  readonly choices: Choices;
  readonly onChange: () => void;
}

/** How well the user says to know somebody: it stands before what is computed. */
export function KnowsChoice({ id, name, choices, onChange }: KnowsChoiceProps) {
  const [act, choose] = useChoose(id, onChange);
  return (
    <div class="kept menu-field">
      <label class="field">
        <span>{text("knowsQuestion", { name: nameInSentence(name) })}</span>
        <select
          name="knows"
          value={knownByHand(choices)?.value ?? ""}
          onChange={({ currentTarget }) => {
            const chosen = KNOWS.find((one) => one === currentTarget.value);
            choose({ choices: { knows: chosen === undefined ? {} : { value: chosen } } });
          }}
        >
          <option value="">{text("knowsComputed")}</option>
          {KNOWS.map((one) => (
            <option key={one} value={one}>
              {text(NAMES[one])}
            </option>
          ))}
        </select>
      </label>
      <ActNotice act={act} done={text("choiceKept")} />
    </div>
  );
}
