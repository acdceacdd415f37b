import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import type { Condition } from "../../domain/directory/people-table.ts";
import type { NetworkSeen } from "../../domain/network/network.ts";
import { BANDS } from "../../domain/tie/band.ts";
import { numberText, percentText, text } from "../../words/text.ts";
import { bandText } from "../../words/tie-words.ts";

interface BandsPanelProps {
  readonly network: NetworkSeen | undefined;
  readonly onPeople: (conditions: readonly Condition[]) => void;
}

/** How many people there are in each band today: the key to the colours of all pictures, and a way to the people. */
export function BandsPanel({ network, onPeople }: BandsPanelProps) {
  return (
    <section class="panel picture-bands" aria-labelledby="bands-heading">
      <h2 id="bands-heading">{text("networkBands")}</h2>
      <table class="band-table">
        <tbody>
          {BANDS.map((band) => (
            <tr key={band}>
              <th scope="row">
                <button
                  type="button"
                  class={`link band band-${band}`}
                  disabled={network === undefined || network.counts[band] === 0}
                  onClick={() => onPeople([{ of: "band", is: band }])}
                >
                  <BandGlyph band={band} />
                  {bandText(band)}
                </button>
              </th>
              <td>{network && numberText(network.counts[band])}</td>
              <td class="soft">
                {network !== undefined &&
                  network.people > 0 &&
                  percentText(network.counts[band] / network.people)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
