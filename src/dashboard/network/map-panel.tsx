import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type MapSelection, selectedPlaces } from "../../components/charts/map-places.ts";
import { MAP_HEIGHT, type PointedAt, TieMap } from "../../components/charts/tie-map.tsx";
import type { Condition, TableRow } from "../../domain/directory/people-table.ts";
import type { NetworkMap } from "../../domain/network/network-map.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import { bandText, lastContactText } from "../../words/tie-words.ts";
import { showPerson } from "../people/show-people.ts";
import { MapTable } from "./map-table.tsx";
import { PicturePanel } from "./picture-panel.tsx";
import { SelectedPeople } from "./selected-people.tsx";

/** Somebody under the pointer, once it is known who that is. */
interface Pointed {
  readonly row: TableRow;
  readonly at: PointedAt;
}

/** Who is under the pointer. While one question is under way the next waits; only the latest is asked. */
function usePointed(map: NetworkMap | undefined) {
  const [pointed, setPointed] = useState<Pointed>();
  const known = useRef(new Map<PersonId, TableRow>());
  const wanted = useRef<PointedAt>(undefined);
  const isAsking = useRef(false);
  useEffect(() => known.current.clear(), [map]);
  const point = useCallback(
    (at: PointedAt | undefined) => {
      wanted.current = at;
      const id = at && map?.ids[at.place];
      if (at === undefined || id === undefined) {
        setPointed(undefined);
        return;
      }
      const row = known.current.get(id);
      if (row !== undefined) {
        setPointed({ row, at });
        return;
      }
      setPointed(undefined);
      if (isAsking.current) return;
      isAsking.current = true;
      askFromPage.tableRows({ ids: [id] }).then(
        ([found]) => {
          isAsking.current = false;
          if (found !== undefined) known.current.set(id, found);
          const still = wanted.current;
          if (still === at && found !== undefined) setPointed({ row: found, at });
          else if (still !== at) point(still);
        },
        // A name that cannot be had is not shown; the questions of the section say what is wrong.
        () => {
          isAsking.current = false;
        },
      );
    },
    [map],
  );
  return [pointed, point] as const;
}

function conditionsOf({ ageDays, silentDays, never }: MapSelection): readonly Condition[] {
  return [
    { of: "tie-age", is: ageDays },
    ...(silentDays === undefined ? [] : [{ of: "silence", is: silentDays } as const]),
    ...(never ? [{ of: "silence", is: "never" } as const] : []),
  ];
}

interface MapPanelProps {
  readonly map: NetworkMap | undefined;
  /** People who are not on the map. */
  readonly undated: number;
  readonly now: number;
  readonly onPeople: (conditions: readonly Condition[]) => void;
}

/** The map of tie age and silence: everybody a point, a rectangle a view of the people inside. */
export function MapPanel({ map, undated, now, onPeople }: MapPanelProps) {
  const [selection, setSelection] = useState<MapSelection>();
  const [pointed, point] = usePointed(map);
  const select = useCallback((meant?: MapSelection) => setSelection(meant), []);
  const selected =
    map === undefined || selection === undefined ? [] : selectedPlaces(map, selection);
  const isNobodyThere = map?.ids.length === 0;
  return (
    <PicturePanel
      name="map"
      heading="networkMap"
      height={MAP_HEIGHT}
      empty={isNobodyThere ? text("networkMapEmpty") : undefined}
      draw={
        map &&
        (({ box, picture, behind, label }) => (
          <>
            <TieMap
              box={box}
              picture={picture}
              behind={behind}
              label={label}
              map={map}
              selected={selection}
              onSelect={select}
              onPoint={point}
              onOpen={(place) => {
                const id = map.ids[place];
                if (id !== undefined) showPerson(id);
              }}
            />
            {pointed !== undefined && (
              <div
                class="map-pointed"
                style={{
                  left: `${Math.min(pointed.at.x, box.width - 14 * box.unit)}px`,
                  top: `${pointed.at.y}px`,
                }}
              >
                <strong>
                  <bdi>{pointed.row.name}</bdi>
                </strong>
                <span class={`band small band-${pointed.row.seen.band}`}>
                  {bandText(pointed.row.seen.band)}
                </span>
                <span class="small soft">{lastContactText(pointed.row.seen, now)}</span>
              </div>
            )}
          </>
        ))
      }
      table={map && <MapTable map={map} onPeople={onPeople} />}
    >
      {map !== undefined && !isNobodyThere && (
        <div class="map-selection">
          <p role="status" class={selection === undefined ? "soft small" : ""}>
            {selection === undefined
              ? text("networkMapHint")
              : text("foundCount", { count: selected.length })}
          </p>
          {selection !== undefined && selected.length > 0 && (
            <button
              type="button"
              class="button main"
              name="show-selected"
              onClick={() => onPeople(conditionsOf(selection))}
            >
              {text("networkShow", { count: selected.length })}
            </button>
          )}
          {selection !== undefined && (
            <button
              type="button"
              class="button quiet"
              name="clear-selected"
              onClick={() => select()}
            >
              {text("networkClear")}
            </button>
          )}
        </div>
      )}
      {map !== undefined && selected.length > 0 && (
        <SelectedPeople ids={selected.flatMap((place) => map.ids[place] ?? [])} now={now} />
      )}
      {map !== undefined && undated > 0 && (
        <p class="soft small">{text("networkMapUndated", { count: undated })}</p>
      )}
    </PicturePanel>
  );
}
