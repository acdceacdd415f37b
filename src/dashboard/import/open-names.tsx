import { useState } from "preact/hooks";
import { profileLink } from "../../components/profile-link.ts";
import type { NameQuestion } from "../../domain/records/archive-import.ts";
import type { Alias } from "../../domain/person/person.ts";
import { nameOf } from "../../domain/records/subject.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import type { NamedAnswers } from "./import-session.ts";

/** How many names are asked about; the others stay open. */
const ASKED = 50;

type Picked = Alias | "somebody-else";

interface OpenNamesProps {
  readonly questions: readonly NameQuestion[];
  readonly onChosen: (chosen: NamedAnswers) => void;
}

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

function Choice({
  question,
  picked,
  onPick,
}: {
  readonly question: NameQuestion;
  readonly picked: Picked | undefined;
  readonly onPick: (picked: Picked | undefined) => void;
}) {
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
      <label class="choice">
        <input
          {...radio}
          value=""
          checked={picked === undefined}
          onChange={() => onPick(undefined)}
        />
        <span>{text("importOpenLeave")}</span>
      </label>
    </fieldset>
  );
}

/** Asks who is meant by names that several people share. */
export function OpenNames({ questions, onChosen }: OpenNamesProps) {
  const [picked, setPicked] = useState<ReadonlyMap<NameQuestion["name"], Picked>>(new Map());
  if (questions.length === 0) return null;
  const pick = (name: NameQuestion["name"], one: Picked | undefined) => {
    const changed = new Map(picked);
    if (one === undefined) changed.delete(name);
    else changed.set(name, one);
    setPicked(changed);
  };
  const asked = questions.slice(0, ASKED);
  const more = questions.length - asked.length;
  return (
    <section class="question" aria-labelledby="import-open-heading">
      <h3 id="import-open-heading">{text("importOpenHeading")}</h3>
      <p class="soft">{text("importOpenLead")}</p>
      {asked.map((question) => (
        <Choice
          key={question.name}
          question={question}
          picked={picked.get(question.name)}
          onPick={(one) => pick(question.name, one)}
        />
      ))}
      {more > 0 && <p class="soft">{text("importOpenMore", { count: more })}</p>}
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={picked.size === 0}
          onClick={() => onChosen(picked)}
        >
          {text("importOpenApply")}
        </button>
      </div>
    </section>
  );
}
