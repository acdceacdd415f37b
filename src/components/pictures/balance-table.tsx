import { BANDS, type Band } from "../../domain/tie/band.ts";
import { numberText, percentText, text } from "../../words/text.ts";
import { bandText } from "../../words/tie-words.ts";
import { BandGlyph } from "./band-glyph.tsx";

interface BalanceTableProps {
  readonly counts: Readonly<Record<Band, number>>;
  readonly people: number;
}

/** How many people there are of each band, and which share of all they are. */
export function BalanceTable({ counts, people }: BalanceTableProps) {
  return (
    <table class="band-table">
      <caption class="hidden-words">{text("balanceTable")}</caption>
      <tbody>
        {BANDS.map((band) => (
          <tr key={band}>
            <th scope="row">
              <span class={`band band-${band}`}>
                <BandGlyph band={band} />
                {bandText(band)}
              </span>
            </th>
            <td>{numberText(counts[band])}</td>
            <td class="soft">{people > 0 && percentText(counts[band] / people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
