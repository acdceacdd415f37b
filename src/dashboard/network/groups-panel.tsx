import { GROUP_ROW, GroupBars, type NamedGroup } from "../../components/charts/group-bars.tsx";
import type { Condition } from "../../domain/directory/people-table.ts";
import { FIELDS } from "../../domain/career/fields.ts";
import { everWarmOf, warmOf, type WarmGroup } from "../../domain/network/warm-groups.ts";
import { BANDS } from "../../domain/tie/band.ts";
import { plainName } from "../../words/name-text.ts";
import { numberText, text, type TextKey } from "../../words/text.ts";
import { bandText } from "../../words/tie-words.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { PicturePanel } from "./picture-panel.tsx";

/** Groups shown in one picture, and in that of those who slip. */
const SHOWN = 10;
const SLIPPING_SHOWN = 6;

const FEWEST = 2;

function nameOf({ of, key, name = key }: WarmGroup): string {
  const field = of === "field" ? FIELDS.find((one) => one === key) : undefined;
  return field === undefined ? plainName(name) : text(`field_${field}`);
}

/** The people of a group, as conditions of the table. */
function peopleOf({ of, key, name = key }: WarmGroup): readonly Condition[] {
  const field = FIELDS.find((one) => one === key);
  if (of !== "field") return [{ of, is: name }];
  return field === undefined ? [] : [{ of, is: field }];
}

/** What is said of how warm a group is. */
const warmSaid = (group: WarmGroup): string =>
  text("networkWarm", { warm: numberText(warmOf(group)), people: numberText(group.people) });

/** The same of a circle that slips: of those who were close. */
const slippingSaid = (group: WarmGroup): string =>
  text("networkSlippingSaid", {
    warm: numberText(warmOf(group)),
    people: numberText(everWarmOf(group)),
  });

interface GroupsPanelProps {
  /** Names the picture. */
  readonly name: string;
  readonly heading: TextKey;
  readonly groups: readonly WarmGroup[] | undefined;
  readonly empty: TextKey;
  /** Only the people who were close once are counted and shown. */
  readonly isSlipping?: boolean;
  readonly onPeople: (conditions: readonly Condition[]) => void;
}

/** People who were close once or are, as the bars show them. */
const onceWarm = (group: WarmGroup): WarmGroup => ({
  ...group,
  people: everWarmOf(group),
  counts: { ...group.counts, acquaintance: 0, "not-talked": 0, unknown: 0 },
});

/** Groups of people by how warm the ties with them are, each a way to its people. */
export function GroupsPanel(props: GroupsPanelProps) {
  const { name, heading, groups: all, empty, isSlipping = false, onPeople } = props;
  // One person makes no group.
  const groups = all?.filter(({ people }) => people >= FEWEST);
  const bands = BANDS.filter((band) => groups?.some(({ counts }) => counts[band] > 0));
  const most = isSlipping ? SLIPPING_SHOWN : SHOWN;
  const shown = groups?.slice(0, most).map((group): NamedGroup => ({
    group: isSlipping ? onceWarm(group) : group,
    name: nameOf(group),
    said: isSlipping ? slippingSaid(group) : warmSaid(group),
  }));
  return (
    <PicturePanel
      name={name}
      heading={heading}
      height={GROUP_ROW * most}
      empty={groups?.length === 0 ? text(empty) : undefined}
      draw={
        shown &&
        (({ box, picture, label }) => (
          <GroupBars
            box={box}
            picture={picture}
            label={label}
            groups={shown}
            onGroup={(group) =>
              onPeople([
                ...peopleOf(group),
                ...(isSlipping
                  ? (["close", "in-touch", "fading", "dormant"] as const).map((is): Condition => ({
                      of: "band",
                      is,
                    }))
                  : []),
              ])
            }
          />
        ))
      }
      table={
        groups && (
          <NumbersTable
            caption={text(heading)}
            columns={bands.map(bandText)}
            rows={groups.map((group) => ({
              key: `${group.of} ${group.key}`,
              heading: nameOf(group),
              cells: bands.map((band) => numberText(group.counts[band])),
            }))}
          />
        )
      }
    />
  );
}
