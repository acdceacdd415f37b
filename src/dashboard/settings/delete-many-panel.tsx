import { useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useDeletePeople } from "../../components/pieces/deletions.tsx";
import { useFollowed } from "../../components/use-followed.ts";
import type { DeletionAsked, PeopleToDelete } from "../../domain/directory/people-to-delete.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { numberText, text, type TextKey } from "../../words/text.ts";

/** By what people can be chosen. */
const BY: readonly (readonly [DeletionAsked["of"], TextKey])[] = [
  ["tag", "deleteByTag"],
  ["company", "deleteByCompany"],
  ["quiet", "deleteByQuiet"],
];

/** Years offered. */
const YEARS = [2, 3, 5, 7, 10] as const;

/** As many names as are listed; further ones are counted. */
const LISTED = 200;

const askChoices = () => askFromPage.tableChoices();

/** What was asked, to tell whether it is still what is chosen. */
const sameAsked = (one: DeletionAsked, other: DeletionAsked | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whom it is about, beside the question. */
interface Found {
  readonly asked: DeletionAsked;
  readonly people: PeopleToDelete;
}

/** What is chosen; `undefined` where it is not whole. */
function askedBy(
  of: DeletionAsked["of"] | "",
  is: string,
  years: number,
): DeletionAsked | undefined {
  if (of === "quiet") return { of, years };
  return of === "" || is.trim() === "" ? undefined : { of, is: is.trim() };
}

interface PreviewProps {
  readonly found: PeopleToDelete;
  readonly isUnderWay: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Whom it is about, by name. */
function Preview({ found: { ids, names }, isUnderWay, onYes, onNo }: PreviewProps) {
  const count = ids.length;
  if (count === 0) return <p role="status">{text("deleteNobodyFound")}</p>;
  return (
    <div class="notice danger" role="alert">
      <p>{text("deleteFound", { count })}</p>
      <ul class="names-listed">
        {names.slice(0, LISTED).map((name, place) => (
          <li key={ids[place]}>{nameInSentence(name)}</li>
        ))}
      </ul>
      {count > LISTED && <p class="soft">{text("deleteMore", { count: count - LISTED })}</p>}
      <p>{text("bulkDeleteMeans")}</p>
      <div class="row">
        <button
          type="button"
          class="button danger"
          name="delete-many-yes"
          disabled={isUnderWay}
          onClick={onYes}
        >
          {text("bulkDelete", { count })}
        </button>
        <button type="button" class="button" disabled={isUnderWay} onClick={onNo}>
          {text("cancel")}
        </button>
      </div>
    </div>
  );
}

/** Deletes people by tag, by company, or those with whom nothing passed for years, after showing who they are. */
export function DeleteManyPanel() {
  const [choices] = useFollowed(askChoices);
  const [of, setOf] = useState<DeletionAsked["of"] | "">("");
  const [is, setIs] = useState("");
  const [years, setYears] = useState<number>(5);
  const [found, setFound] = useState<Found>();
  const looking = useAct();
  const deleting = useAct();
  const deletePeople = useDeletePeople();
  const lookButton = useRef<HTMLButtonElement>(null);
  const asked = askedBy(of, is, years);
  // An answer that comes late is about what was chosen before.
  const shown = found !== undefined && sameAsked(found.asked, asked) ? found.people : undefined;
  const offered = choices.state === "answered" ? choices.answer : { companies: [], tags: [] };
  const change = (then: () => void) => {
    setFound(undefined);
    then();
  };
  const look = () => {
    if (asked === undefined) return;
    looking.runLatest(async () => {
      setFound({ asked, people: await askFromPage.peopleToDelete(asked) });
    });
  };
  const yes = () =>
    deleting.run(async () => {
      if (shown !== undefined) await deletePeople(shown.ids);
      setFound(undefined);
      setOf("");
      setIs("");
    });
  return (
    <section class="panel" id="settings-delete">
      <h2>{text("deleteHeading")}</h2>
      <p class="soft small">{text("deleteLead")}</p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <label class="field inline">
          <span>{text("deleteBy")}</span>
          <select
            name="delete-by"
            value={of}
            onChange={({ currentTarget }) =>
              change(() => setOf(currentTarget.value as DeletionAsked["of"] | ""))
            }
          >
            <option value="">{text("deleteByNothing")}</option>
            {BY.map(([one, words]) => (
              <option key={one} value={one}>
                {text(words)}
              </option>
            ))}
          </select>
        </label>
        {(of === "tag" || of === "company") && (
          <label class="field inline">
            <span>{text(of === "tag" ? "filterTag" : "filterCompany")}</span>
            <input
              type="text"
              name="delete-is"
              list="delete-offered"
              maxLength={200}
              required
              value={is}
              onInput={({ currentTarget }) => change(() => setIs(currentTarget.value))}
            />
            <datalist id="delete-offered">
              {(of === "tag" ? offered.tags : offered.companies).map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </label>
        )}
        {of === "quiet" && (
          <label class="field inline">
            <span>{text("deleteYears")}</span>
            <select
              name="delete-years"
              value={years}
              onChange={({ currentTarget }) => change(() => setYears(Number(currentTarget.value)))}
            >
              {YEARS.map((one) => (
                <option key={one} value={one}>
                  {numberText(one)}
                </option>
              ))}
            </select>
          </label>
        )}
        {of !== "" && (
          <button type="submit" class="button" name="delete-look" ref={lookButton}>
            {text("deleteLook")}
          </button>
        )}
      </form>
      {of === "quiet" && <p class="soft small">{text("deleteQuietMeans")}</p>}
      {shown && (
        <Preview
          found={shown}
          isUnderWay={deleting.state.at === "under-way"}
          onYes={yes}
          onNo={() => {
            setFound(undefined);
            // The button that was pressed goes.
            lookButton.current?.focus();
          }}
        />
      )}
      <ActNotice act={looking} />
      <ActNotice act={deleting} />
    </section>
  );
}
