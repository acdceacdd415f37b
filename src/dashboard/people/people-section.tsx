import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { ExportDialog } from "../../components/export-dialog.tsx";
import type { ExportScope } from "../../components/export/export-scope.ts";
import { EmptyState } from "../../components/pieces/empty-state.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { hashOf, type DashboardPlace, replacePlace } from "../frame/address.ts";
import { ColumnsChoice } from "./columns-choice.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { PeopleList } from "./people-list.tsx";
import { PeopleTable } from "./people-table.tsx";
import { FIRST_VIEW, type PeopleView, sortedView } from "./views/people-view.ts";
import { PersonDrawer } from "./person-drawer.tsx";
import { NOBODY, selecting, type Selection } from "./selection.ts";
import { SavedViewsBar } from "./views/saved-views-bar.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { NO_VIEW } from "./show-people.ts";
import { QuestionsLink } from "./questions-section.tsx";
import { type PeopleViewChange, usePeopleView } from "./views/use-people-view.ts";
import { useIsNarrow } from "./use-is-narrow.ts";
import { BLOCK, type Rows, useRows } from "./use-rows.ts";

interface PeopleSectionProps {
  readonly place: DashboardPlace;
  readonly now: number;
  /** Another number after every change of the history. */
  readonly round: number;
}

/** Everybody: found, sorted, selected, and looked at one by one. */
export function PeopleSection({ place, now, round }: PeopleSectionProps) {
  const [id = NO_VIEW, person] = place.within;
  const personNow = useRef(person);
  personNow.current = person;
  const onId = useCallback((view: string, change: PeopleViewChange) => {
    const { current } = personNow;
    const within = current === undefined ? [view] : [view, current];
    if (change === "typed") replacePlace({ section: "people", within });
    else location.hash = hashOf({ section: "people", within });
  }, []);
  const [view, setView] = usePeopleView(id === NO_VIEW ? undefined : id, onId);
  if (view === undefined) return <p class="waiting">{text("waiting")}</p>;
  return (
    <PeopleOfView
      id={id}
      view={view}
      onView={setView}
      person={person as PersonId | undefined}
      onPerson={(chosen) => {
        const within = chosen === undefined ? [id] : [id, chosen];
        location.hash = hashOf({ section: "people", within });
      }}
      now={now}
      round={round}
    />
  );
}

interface PeopleOfViewProps {
  /** The id of the view in the address. */
  readonly id: string;
  readonly view: PeopleView;
  readonly onView: (view: PeopleView, change?: PeopleViewChange) => void;
  readonly person: PersonId | undefined;
  readonly onPerson: (id: PersonId | undefined) => void;
  readonly now: number;
  readonly round: number;
}

/** Who is selected, by places in the table: places that were not seen yet are asked for. */
function useSelection(view: PeopleView, rows: Rows) {
  const [selection, setSelection] = useState<Selection>(NOBODY);
  const anchor = useRef<number>(undefined);
  const { text: words, conditions, by, descending } = view;
  const ids = () => askFromPage.tableIds({ text: words, conditions, by, descending });
  const select = (place: number, isSelected: boolean, isRange: boolean) => {
    const from = anchor.current;
    anchor.current = place;
    const row = rows.at(place);
    if (isRange && from !== undefined) {
      const [first, last] = [Math.min(from, place), Math.max(from, place)];
      ids().then(
        (all) =>
          setSelection((before) => selecting(before, all.slice(first, last + 1), isSelected)),
        // The question for the rows says what is wrong.
        () => {},
      );
    } else if (row) setSelection((before) => selecting(before, [row.id], isSelected));
  };
  const selectAll = (isSelected: boolean) => {
    if (!isSelected) setSelection(NOBODY);
    else
      ids().then(
        (all) => setSelection(new Set(all)),
        () => {},
      );
  };
  return { selection, setSelection, select, selectAll };
}

/** Whom one may export, first whom the button is about. */
function scopesOf(
  view: PeopleView,
  selection: Selection,
  first: "view" | "selected",
): readonly [ExportScope, ...ExportScope[]] {
  const ofView: ExportScope = { of: "view", view };
  const selected: ExportScope = { of: "selected", ids: [...selection] };
  const everybody: ExportScope = { of: "everybody" };
  if (first === "selected") return [selected, ofView, everybody];
  return selection.size > 0 ? [ofView, selected, everybody] : [ofView, everybody];
}

function PeopleOfView({ id, view, onView, person, onPerson, now, round }: PeopleOfViewProps) {
  const [own, setOwn] = useState(0);
  const [exporting, setExporting] = useState<"view" | "selected">();
  const generation = round + own;
  const askAgain = useCallback(() => setOwn((before) => before + 1), []);
  const rows = useRows(view, generation);
  const isNarrow = useIsNarrow();
  const { selection, setSelection, select, selectAll } = useSelection(view, rows);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // By the keyboard command that searches.
    if (new URLSearchParams(location.search).has("search")) search.current?.focus();
    const gone = new AbortController();
    window.addEventListener(
      "keydown",
      (event) => {
        const { target } = event;
        const isTyping = target instanceof HTMLElement && target.matches("input, select, textarea");
        if (event.key !== "/" || isTyping) return;
        event.preventDefault();
        search.current?.focus();
      },
      { signal: gone.signal },
    );
    return () => gone.abort();
  }, []);
  const { count } = rows;
  const firstRows = Array.from({ length: Math.min(count ?? 0, BLOCK) }, (_, at) => rows.at(at));
  return (
    <>
      <search class="people-tools">
        <input
          ref={search}
          type="search"
          name="search"
          aria-label={text("searchLabel")}
          placeholder={text("searchShort")}
          value={view.text}
          onInput={({ currentTarget }) => onView({ ...view, text: currentTarget.value }, "typed")}
        />
        <FilterBar
          conditions={view.conditions}
          onConditions={(conditions) => onView({ ...view, conditions })}
        />
        <div class="people-count">
          <p role="status">{count === undefined ? "" : text("foundCount", { count })}</p>
          <div class="row">
            {count !== undefined && <QuestionsLink round={generation} />}
            <button
              type="button"
              name="export-view"
              class="button"
              onClick={() => setExporting("view")}
            >
              {text("actExport")}
            </button>
            <SavedViewsBar id={id} view={view} />
            {!isNarrow && <ColumnsChoice view={view} onView={onView} />}
          </div>
        </div>
      </search>
      <SelectionBar
        selection={selection}
        onExport={() => setExporting("selected")}
        onSelection={setSelection}
        onChange={askAgain}
      />
      {exporting !== undefined && (
        <ExportDialog
          scopes={scopesOf(view, selection, exporting)}
          onClose={() => setExporting(undefined)}
        />
      )}
      {rows.error !== undefined && <Notice kind="danger">{refusalText(rows.error)}</Notice>}
      <div class={person === undefined ? "with-drawer" : "with-drawer open"}>
        {count === 0 && (
          <EmptyState title={text("foundNobody")}>
            <p>{text("foundNobodyNext")}</p>
            <button
              type="button"
              class="button"
              onClick={() => {
                onView({ ...FIRST_VIEW, columns: view.columns });
                search.current?.focus();
              }}
            >
              {text("showEverybody")}
            </button>
          </EmptyState>
        )}
        {count !== undefined && count > 0 && !isNarrow && (
          <PeopleTable
            view={view}
            rows={rows}
            count={count}
            now={now}
            selection={selection}
            open={person}
            onSort={(by) => onView(sortedView(view, by))}
            onSelect={select}
            onSelectAll={selectAll}
            onPerson={onPerson}
          />
        )}
        {count !== undefined && count > 0 && isNarrow && (
          <PeopleList
            view={view}
            first={firstRows.filter((row) => row !== undefined)}
            count={count}
            now={now}
            selection={selection}
            onSelect={(one, isSelected) => setSelection(selecting(selection, [one], isSelected))}
            onPerson={onPerson}
          />
        )}
        {person !== undefined && (
          <PersonDrawer
            key={person}
            id={person}
            now={now}
            round={generation}
            onPerson={onPerson}
            onClose={() => onPerson(undefined)}
          />
        )}
      </div>
    </>
  );
}
