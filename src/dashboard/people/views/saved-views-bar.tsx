import { useContext } from "preact/hooks";
import { ActNotice } from "../../../components/acts/act-notice.tsx";
import { useAct } from "../../../components/acts/use-act.ts";
import { useKept } from "../../../components/acts/use-kept.ts";
import { useDraft } from "../../../components/use-draft.ts";
import { Popover } from "../../../components/pieces/popover.tsx";
import { useToast } from "../../../components/pieces/toast.tsx";
import { Glyph, PAGE_SIGNS } from "../../../components/pictures/glyph.tsx";
import { ShownHistory } from "../../../week/written.ts";
import { nameInSentence, plainName } from "../../../words/name-text.ts";
import { text } from "../../../words/text.ts";
import { hashOf } from "../../frame/address.ts";
import type { PeopleView } from "./people-view.ts";
import { keepView } from "./people-views.ts";
import {
  deleteView,
  MOST_SAVED,
  type SavedView,
  savedViews,
  saveView,
  watchSavedViews,
} from "./saved-views.ts";

const saveAgain = async (saved: SavedView): Promise<void> => {
  await saveView(saved);
};

/** Characters of a name. */
const LONGEST_NAME = 60;

const addressOf = (id: string): string => hashOf({ section: "people", within: [id] });

interface NameFormProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

function NameForm({ name: before, onName }: NameFormProps) {
  const [name, setName] = useDraft(useContext(ShownHistory), `view ${before}`, before);
  return (
    <form
      class="menu-field stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") onName(name.trim());
      }}
    >
      <label class="field">
        <span>{text("viewName")}</span>
        <input
          type="text"
          name="view-name"
          dir="auto"
          required
          maxLength={LONGEST_NAME}
          autocomplete="off"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <div class="row">
        <button type="submit" name="view-save" class="button main">
          {text("viewSaveNow")}
        </button>
      </div>
    </form>
  );
}

interface SavedViewsBarProps {
  /** The id of the view in the address. */
  readonly id: string;
  readonly view: PeopleView;
}

/** The saved views as links, and the way to save, rename and delete the one that is shown. */
export function SavedViewsBar({ id, view }: SavedViewsBarProps) {
  const history = useContext(ShownHistory) ?? "";
  const all = useKept(savedViews, watchSavedViews);
  const act = useAct();
  const toast = useToast();
  const own = all === "unread" ? [] : all.filter((one) => one.history === history);
  const shown = own.find((one) => one.id === id);
  const save = (name: string) =>
    act.run(async () => {
      const kept = await keepView(view);
      const isSaved = await saveView({ history, id: kept, name, view });
      if (isSaved) location.hash = addressOf(kept);
      else toast({ words: text("viewsFull", { count: MOST_SAVED }) });
    });
  const remove = (gone: SavedView) =>
    act.run(async () => {
      await deleteView(gone);
      toast({ words: text("viewDeleted"), undo: () => saveAgain(gone) });
    });
  return (
    <div class="saved-views">
      {own.length > 0 && (
        <nav aria-label={text("viewsSaved")}>
          <ul class="row kinds">
            {own.map((one) => (
              <li key={one.id}>
                <a
                  class="button small"
                  href={addressOf(one.id)}
                  {...(one === shown && { "aria-current": "true" as const })}
                >
                  <bdi>{plainName(one.name)}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown === undefined ? (
        <Popover
          label={text("viewSave")}
          face={text("viewSave")}
          class="small quiet"
          name="save-view"
        >
          {(close) =>
            own.length < MOST_SAVED ? (
              <NameForm
                name=""
                onName={(name) => {
                  close();
                  save(name);
                }}
              />
            ) : (
              <p class="menu-field">{text("viewsFull", { count: MOST_SAVED })}</p>
            )
          }
        </Popover>
      ) : (
        <Popover
          key={shown.id}
          label={text("viewMore", { name: nameInSentence(shown.name) })}
          face={<Glyph sign={PAGE_SIGNS.more} />}
          class="icon small"
          name="change-view"
        >
          {(close) => (
            <>
              <NameForm
                name={shown.name}
                onName={(name) => {
                  close();
                  act.run(() => saveAgain({ ...shown, name }));
                }}
              />
              <hr />
              <button
                type="button"
                name="delete-view"
                class="menu-choice"
                onClick={() => {
                  close();
                  remove(shown);
                }}
              >
                {text("viewDelete")}
              </button>
            </>
          )}
        </Popover>
      )}
      {act.state.at === "failed" && <ActNotice act={act} />}
    </div>
  );
}
