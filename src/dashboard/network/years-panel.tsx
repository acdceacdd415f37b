import { StackedYears, yearOfEnd, YEARS_HEIGHT } from "../../components/charts/stacked-years.tsx";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import type { Condition } from "../../domain/directory/people-table.ts";
import type { NetworkSeen } from "../../domain/network/network.ts";
import { BANDS } from "../../domain/tie/band.ts";
import { numberText, text } from "../../words/text.ts";
import { bandText } from "../../words/tie-words.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { PicturePanel } from "./picture-panel.tsx";

interface YearsPanelProps {
  readonly network: NetworkSeen | undefined;
  readonly onPeople: (conditions: readonly Condition[]) => void;
}

/** How the network moved: people by band at the end of each year. */
export function YearsPanel({ network, onPeople }: YearsPanelProps) {
  const moments = network && [...network.years, network];
  const isOne = moments !== undefined && moments.length < 2;
  return (
    <PicturePanel
      name="years"
      heading="networkYears"
      height={YEARS_HEIGHT}
      empty={isOne ? text("networkYearsEmpty") : undefined}
      draw={
        moments &&
        (({ box, picture, label }) => (
          <StackedYears
            box={box}
            picture={picture}
            label={label}
            moments={moments}
            onBand={(band) => onPeople([{ of: "band", is: band }])}
          />
        ))
      }
      table={
        moments && (
          <NumbersTable
            caption={text("networkYears")}
            columns={moments.map(({ at }, place) =>
              place === moments.length - 1 ? text("today") : yearOfEnd(at),
            )}
            rows={BANDS.toReversed().map((band) => ({
              key: band,
              heading: (
                <span class={`band band-${band}`}>
                  <BandGlyph band={band} />
                  {bandText(band)}
                </span>
              ),
              cells: moments.map(({ counts }) => numberText(counts[band])),
            }))}
          />
        )
      }
    />
  );
}
