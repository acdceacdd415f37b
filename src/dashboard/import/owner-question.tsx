import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { percentText, text } from "../../words/text.ts";
import type { ReadArchive } from "./session/import-session.ts";
import type { OwnerOption } from "./session/whose-archive.ts";

interface OwnerQuestionProps {
  readonly read: ReadArchive;
  readonly onOwner: (owner: OwnerOption) => void;
  /** Whose profile an address leads to. */
  readonly onAddress: (url: string) => Promise<OwnerOption | undefined>;
}

const OTHER = "other";

/** What tells one option from another, in few words. */
function hint(option: OwnerOption, { contents }: ReadArchive): string {
  if (option.history !== undefined) return text("importOwnerHistory");
  const candidate = contents.owner.candidates.find(({ aliases }) =>
    aliases.some((alias) => option.aliases.includes(alias)),
  );
  const share =
    candidate && candidate.share > 0
      ? text("importOwnerShare", { share: percentText(candidate.share) })
      : undefined;
  return [option.aliases[0]?.replace(/^\w+:/, ""), share].filter(Boolean).join(" · ");
}

/** Asks whose archive it is. */
export function OwnerQuestion({ read, onOwner, onAddress }: OwnerQuestionProps) {
  const { options, contents } = read;
  const isLikely = contents.owner.confidence === "likely";
  const [picked, setPicked] = useState<string | undefined>(
    isLikely ? "0" : options.length === 0 ? OTHER : undefined,
  );
  const [address, setAddress] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const act = useAct();
  const go = async () => {
    const option = picked === OTHER ? await onAddress(address) : options[Number(picked)];
    setIsWrong(option === undefined);
    if (option !== undefined) onOwner(option);
  };
  return (
    <form
      class="question"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(go);
      }}
    >
      <fieldset>
        <legend>{text("importOwnerHeading")}</legend>
        <p class="soft">{text("importOwnerLead")}</p>
        {options.map((option, place) => (
          <label class="choice" key={option.aliases.join(" ")}>
            <input
              type="radio"
              name="owner"
              value={place}
              checked={picked === String(place)}
              onChange={() => setPicked(String(place))}
            />
            <bdi>{plainName(option.name ?? option.aliases[0] ?? "")}</bdi>
            <small>{hint(option, read)}</small>
          </label>
        ))}
        {options.length > 0 && (
          <label class="choice">
            <input
              type="radio"
              name="owner"
              value={OTHER}
              checked={picked === OTHER}
              onChange={() => setPicked(OTHER)}
            />
            <span>{text("importOwnerOther")}</span>
          </label>
        )}
      </fieldset>
      {picked === OTHER && (
        <label class="field">
          <span>{text(options.length > 0 ? "importOwnerAddress" : "importOwnerAddressAlone")}</span>
          <input
            type="text"
            name="address"
            inputMode="url"
            value={address}
            placeholder={text("importOwnerExample")}
            aria-invalid={isWrong}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
          {isWrong && (
            <span class="wrong" role="alert">
              {text("importOwnerWrong")}
            </span>
          )}
        </label>
      )}
      <div class="row">
        <button type="submit" class="button main" disabled={picked === undefined}>
          {text("importOwnerContinue")}
        </button>
      </div>
      <ActNotice act={act} />
    </form>
  );
}

interface TargetQuestionProps {
  readonly read: ReadArchive;
  readonly owner: OwnerOption;
  readonly onOwner: (owner: OwnerOption) => void;
}

/** Asks whether the archive's owner is the one whose history is here, where nothing but the user can tell. */
export function TargetQuestion({ read, owner, onOwner }: TargetQuestionProps) {
  if (read.destination?.to !== "ask") return null;
  return (
    <div class="question">
      <h3>{text("importTargetHeading")}</h3>
      <p class="soft">{text("importTargetLead")}</p>
      <div class="row">
        {read.destination.among.map(({ name, ownerName }) => (
          <button
            type="button"
            class="button main"
            key={name}
            onClick={() => onOwner({ ...owner, history: name })}
          >
            {ownerName === undefined
              ? text("importTargetYesUnnamed")
              : text("importTargetYes", { name: nameInSentence(ownerName) })}
          </button>
        ))}
        <button type="button" class="button" onClick={() => onOwner({ ...owner, isNew: true })}>
          {text("importTargetNo")}
        </button>
      </div>
    </div>
  );
}
