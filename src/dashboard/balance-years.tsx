import { BandGlyph } from "../components/pictures/band-glyph.tsx";
import { BANDS, type Band } from "../domain/tie/band.ts";
import type { BalanceAt } from "../domain/balance/balance.ts";
import { yearText } from "../words/moments.ts";
import { numberText, text } from "../words/text.ts";
import { bandText } from "../words/tie-words.ts";

interface BalanceYearsProps {
  /** Oldest first; the last one is today. */
  readonly moments: readonly BalanceAt[];
}

const WIDTH = 44;
const HEIGHT = 120;

const WIDTHS = [
  ["companies", "balanceCompanies"],
  ["fields", "balanceFields"],
] as const;

/** How wide the close circle was, where that is known. */
const widthText = (width: number | undefined) =>
  width === undefined ? text("compactNothing") : numberText(width);

/** What a column is called: the year at whose end it stands, or today. */
const columnText = ({ at }: BalanceAt, isLast: boolean) => (isLast ? text("today") : yearText(at));

/** Bands without any talk are drawn as outlines. */
const isEmpty = (band: Band) => band === "not-talked" || band === "unknown";

/** The shares of the bands at one moment as a column of layers, the closest ties at the bottom. */
function Column({ counts, people }: BalanceAt) {
  let below = 0;
  return (
    <svg class="balance-year" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} focusable="false">
      {BANDS.map((band) => {
        const height = (counts[band] / people) * HEIGHT;
        below += height;
        // A line of the paper between two layers tells them apart without their colours.
        return (
          counts[band] > 0 && (
            <rect
              key={band}
              x=".5"
              y={HEIGHT - below + 0.5}
              width={WIDTH - 1}
              height={Math.max(1, height - 2)}
              rx="1.5"
              fill={isEmpty(band) ? "var(--sunken)" : `var(--band-${band})`}
              stroke={isEmpty(band) ? `var(--band-${band})` : "none"}
              stroke-width=".75"
            />
          )
        );
      })}
    </svg>
  );
}

/** How the network moved over the years, as a picture and as the numbers it is drawn from. */
export function BalanceYears({ moments }: BalanceYearsProps) {
  const isLast = (place: number) => place === moments.length - 1;
  return (
    <div class="wide">
      <table class="numbers">
        <caption class="hidden-words">{text("balanceYears")}</caption>
        <thead>
          <tr class="columns" aria-hidden="true">
            <td />
            {moments.map((moment) => (
              <td key={moment.at}>
                <Column {...moment} />
              </td>
            ))}
          </tr>
          <tr class="headings">
            <td />
            {moments.map((moment, place) => (
              <th scope="col" key={moment.at}>
                {columnText(moment, isLast(place))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {BANDS.toReversed().map((band) => (
            <tr key={band}>
              <th scope="row">
                <span class={`band band-${band}`}>
                  <BandGlyph band={band} />
                  {bandText(band)}
                </span>
              </th>
              {moments.map((moment, place) => (
                <td key={moment.at} data-label={columnText(moment, isLast(place))}>
                  {numberText(moment.counts[band])}
                </td>
              ))}
            </tr>
          ))}
          {WIDTHS.map(([key, label]) => (
            <tr key={key}>
              <th scope="row">{text(label)}</th>
              {moments.map((moment, place) => (
                <td key={moment.at} data-label={columnText(moment, isLast(place))}>
                  {widthText(moment[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
