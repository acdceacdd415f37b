import { useState } from "preact/hooks";
import { profileLink } from "../components/profile-link.ts";
import type { Alias } from "../domain/person.ts";
import { nameInSentence, plainName } from "../words/name-text.ts";
import { counted, text } from "../words/text.ts";
import type { NamedChoice, Preview } from "./archive-work.ts";

interface OpenNamesProps {
  readonly preview: Preview;
  readonly onChosen: (chosen: ReadonlyMap<string, Alias>) => void;
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
  open,
  picked,
  onPick,
}: {
  readonly open: NamedChoice;
  readonly picked: Alias | undefined;
  readonly onPick: (alias: Alias | undefined) => void;
}) {
  return (
    <fieldset class="open-name">
      <legend>
        {nameInSentence(open.name)}{" "}
        <span class="soft">· {counted("importOpenRows", open.rows)}</span>
      </legend>
      {open.candidates.map(({ alias, career, interactions }) => (
        <label class="choice" key={alias}>
          <input
            type="radio"
            name={`open ${open.name}`}
            value={alias}
            checked={picked === alias}
            onChange={() => onPick(alias)}
          />
          <span>
            {career ? plainName(career) : shortOf(alias)} <ProfileName alias={alias} />
          </span>
          <small>{counted("interactionCount", interactions)}</small>
        </label>
      ))}
      <label class="choice">
        <input
          type="radio"
          name={`open ${open.name}`}
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
export function OpenNames({ preview, onChosen }: OpenNamesProps) {
  const [picked, setPicked] = useState<ReadonlyMap<string, Alias>>(new Map());
  const { openNames, openNameCount } = preview;
  if (openNames.length === 0) return null;
  const pick = (name: string, alias: Alias | undefined) => {
    const changed = new Map(picked);
    if (alias === undefined) changed.delete(name);
    else changed.set(name, alias);
    setPicked(changed);
  };
  const more = openNameCount - openNames.length;
  return (
    <section class="question" aria-labelledby="import-open-heading">
      <h3 id="import-open-heading">{text("importOpenHeading")}</h3>
      <p class="soft">{text("importOpenLead")}</p>
      {openNames.map((open) => (
        <Choice
          key={open.name}
          open={open}
          picked={picked.get(open.name)}
          onPick={(alias) => pick(open.name, alias)}
        />
      ))}
      {more > 0 && <p class="soft">{counted("importOpenMore", more)}</p>}
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
