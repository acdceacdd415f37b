import type { ComponentChildren } from "preact";
import { BANDS, type Band } from "../../domain/tie/band.ts";
import { text } from "../../words/text.ts";
import { bandMeaning, bandText } from "../../words/tie-words.ts";
import { BandGlyph } from "../pictures/band-glyph.tsx";
import { Popover } from "../pieces/popover.tsx";

interface BandLegendProps {
  readonly band: Band;
  /** Stands under the legend: what the user says of the band. */
  readonly children?: ComponentChildren;
}

/** The band of a person; a click says what each of the bands means. */
export function BandLegend({ band, children }: BandLegendProps) {
  return (
    <Popover
      label={text("bandLegend")}
      face={
        <>
          <BandGlyph band={band} />
          <strong>{bandText(band)}</strong>
        </>
      }
      isNamed
      class={`small band-pill band-${band}`}
      name="legend"
    >
      {() => (
        <>
          <dl class="legend">
            {BANDS.map((one) => (
              <div key={one}>
                <dt>
                  <BandGlyph band={one} /> {bandText(one)}
                </dt>
                <dd class="soft small">{bandMeaning(one)}</dd>
              </div>
            ))}
          </dl>
          {children}
        </>
      )}
    </Popover>
  );
}
