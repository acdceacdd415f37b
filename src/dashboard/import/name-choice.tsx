import { profileLink } from "../../components/profile-link.ts";
import type { NameQuestion } from "../../domain/records/archive-import.ts";
import type { Alias } from "../../domain/person/person.ts";
import { nameOf } from "../../domain/records/subject.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";

/** Who is meant by a name. */
export type PickedName = Alias | "somebody-else";

const shortOf = (alias: Alias): string => plainName(alias.replace(/^\w+:/, ""));

function ProfileName({ alias }: { readonly alias: Alias }) {
  const address = profileLink(alias);
  if (address === undefined) return <>{shortOf(alias)}</>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {shortOf(alias)}
    </a>
  );
}

interface NameChoiceProps {
  readonly question: NameQuestion;
  readonly picked: PickedName | undefined;
  readonly onPick: (picked: PickedName) => void;
}

/** A name that several people share, and the people of that name. */
export function NameChoice({ question, picked, onPick }: NameChoiceProps) {
  const { name, candidates, facts } = question;
  const radio = { type: "radio", name: `open ${name}` } as const;
  return (
    <fieldset class="open-name">
      <legend>
        {nameInSentence(candidates[0]?.name || nameOf(name))}{" "}
        <span class="soft">· {text("interactionCount", { count: facts })}</span>
      </legend>
      {candidates.map(({ alias, work, interactions }) => (
        <label class="choice" key={alias}>
          <input
            {...radio}
            value={alias}
            checked={picked === alias}
            onChange={() => onPick(alias)}
          />
          <span>
            {work ? plainName(work) : shortOf(alias)} <ProfileName alias={alias} />
          </span>
          <small>{text("interactionCount", { count: interactions })}</small>
        </label>
      ))}
      <label class="choice">
        <input
          {...radio}
          value="somebody-else"
          checked={picked === "somebody-else"}
          onChange={() => onPick("somebody-else")}
        />
        <span>{text("importOpenElse")}</span>
      </label>
    </fieldset>
  );
}
