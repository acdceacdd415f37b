import { BandGlyph } from "../components/band-glyph.tsx";
import { Notice } from "../components/notice.tsx";
import { DASHBOARD } from "../components/own-pages.ts";
import { useAnswer } from "../components/use-answer.ts";
import { BANDS } from "../domain/band.ts";
import { askFromPage } from "../messages.ts";
import { balanceText } from "../words/balance-words.ts";
import { numberText, percentText, text } from "../words/text.ts";
import { bandText } from "../words/tie-words.ts";
import { refusalText } from "../words/trouble-words.ts";
import { BalancePicture } from "./balance-picture.tsx";

const askBalance = () => askFromPage.balance();

/** The network as a whole: one small picture, one sentence, and the numbers behind them. */
export function BalancePane() {
  const [balance] = useAnswer(askBalance);
  if (balance.state === "asked") return <p class="waiting">{text("waiting")}</p>;
  if (balance.state === "failed")
    return <Notice kind="danger">{refusalText(balance.error)}</Notice>;
  const { counts, people, meaning, effectiveCompanies, effectiveFields } = balance.answer;
  return (
    <section class="balance" aria-labelledby="balance-heading">
      <h2 id="balance-heading">{balanceText(meaning)}</h2>
      <BalancePicture counts={counts} />
      <table>
        <caption class="hidden-words">{text("balanceTable")}</caption>
        <tbody>
          {BANDS.map((band) => (
            <tr key={band}>
              <th scope="row">
                <span class="band">
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
      {effectiveCompanies !== undefined && effectiveFields !== undefined && (
        <p class="soft small">
          {text("balanceWidth", numberText(effectiveCompanies), numberText(effectiveFields))}
        </p>
      )}
      <a href={DASHBOARD} target="_blank" rel="noreferrer">
        {text("openHistory")}
      </a>
    </section>
  );
}
