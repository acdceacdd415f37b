import type { RefObject } from "preact";
import type { WarmGroup } from "../../domain/network/warm-groups.ts";
import { BANDS } from "../../domain/tie/band.ts";
import { textDirection } from "../../words/text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { evenScale } from "./scale.ts";
import type { PictureBox } from "./use-box.ts";
import { type WidthOf, widthOfWords } from "./words-width.ts";

/** Height of a row in units of the design. */
export const GROUP_ROW = 2.75;

/** A group with its words. */
export interface NamedGroup {
  readonly group: WarmGroup;
  readonly name: string;
  /** What is said at the end of the row. */
  readonly said: string;
}

interface GroupBarsProps {
  readonly picture: RefObject<SVGSVGElement | null>;
  readonly label: string;
  readonly box: PictureBox;
  readonly groups: readonly NamedGroup[];
  readonly onGroup: (group: WarmGroup) => void;
}

/** As much of a name as has room (px); whole it stands in the table. */
function cut(name: string, room: number, widthOf: WidthOf): string {
  if (widthOf(name, "strong") <= room) return name;
  const letters = [...name];
  const shown = (count: number) => `${letters.slice(0, count).join("").trimEnd()}…`;
  let [fits, tooMany] = [0, letters.length];
  while (tooMany - fits > 1) {
    const count = Math.floor((fits + tooMany) / 2);
    if (widthOf(shown(count), "strong") <= room) fits = count;
    else tooMany = count;
  }
  return shown(fits);
}

/** Groups of people as bars, each of layers by band; every row leads to its people. */
export function GroupBars({ picture, label, box, groups, onGroup }: GroupBarsProps) {
  const { width, unit } = box;
  const row = GROUP_ROW * unit;
  const isTurned = textDirection() === "rtl";
  const flip = (x: number) => (isTurned ? width - x : x);
  const most = Math.max(1, ...groups.map(({ group }) => group.people));
  const along = evenScale(most, 0, width);
  const widthOf = widthOfWords(unit);
  return (
    <ChartFrame picture={picture} label={label} width={width} height={row * groups.length} isGroup>
      {groups.map(({ group, name, said }, place) => {
        const top = place * row;
        let before = 0;
        return (
          <a
            key={`${group.of} ${group.key}`}
            href="#people"
            onClick={(event) => {
              event.preventDefault();
              onGroup(group);
            }}
          >
            <rect class="chart-row" x="0" y={top} width={width} height={row} />
            <text class="chart-name" x={flip(0)} y={top + unit * 1.1} text-anchor="start">
              {cut(name, width - widthOf(said) - unit / 2, widthOf)}
            </text>{" "}
            <text class="chart-text" x={flip(width)} y={top + unit * 1.1} text-anchor="end">
              {said}
            </text>
            {BANDS.map((band) => {
              const people = group.counts[band];
              if (people === 0) return null;
              const [from, to] = [flip(along.at(before)), flip(along.at(before + people))];
              before += people;
              return (
                <rect
                  key={band}
                  class={`chart-layer band-${band}`}
                  x={Math.min(from, to)}
                  y={top + unit * 1.5}
                  width={Math.max(1, Math.abs(to - from) - 1)}
                  height={unit * 0.75}
                />
              );
            })}
          </a>
        );
      })}
    </ChartFrame>
  );
}
