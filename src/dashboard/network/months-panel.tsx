import { MonthBars, monthName, MONTHS_HEIGHT } from "../../components/charts/month-bars.tsx";
import type { NetworkSeen } from "../../domain/network/network.ts";
import { numberText, text } from "../../words/text.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { PicturePanel } from "./picture-panel.tsx";

interface MonthsPanelProps {
  readonly network: NetworkSeen | undefined;
  readonly now: number;
}

/** Messages by month, in and out. */
export function MonthsPanel({ network, now }: MonthsPanelProps) {
  return (
    <PicturePanel
      name="months"
      heading="networkMonths"
      height={MONTHS_HEIGHT + 1.5}
      empty={network?.months.length === 0 ? text("networkMonthsEmpty") : undefined}
      draw={
        network &&
        (({ box, picture, label }) => (
          <MonthBars
            box={box}
            picture={picture}
            label={label}
            months={network.months}
            knownUntil={network.knownUntil}
            now={now}
          />
        ))
      }
      table={
        network && (
          <NumbersTable
            caption={text("networkMonths")}
            columns={[text("networkIn"), text("networkOut")]}
            rows={network.months.toReversed().map(({ month, in: theirs, out }) => ({
              key: String(month),
              heading: monthName(month),
              cells: [numberText(theirs), numberText(out)],
            }))}
          />
        )
      }
    />
  );
}
