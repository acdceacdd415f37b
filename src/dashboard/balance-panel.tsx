import { BalancePicture } from "../components/pictures/balance-picture.tsx";
import { BalanceTable } from "../components/pictures/balance-table.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { lastAnswer } from "../components/acts/use-answer.ts";
import { useFollowed } from "../components/use-followed.ts";
import { askFromPage } from "../protocol/transport.ts";
import { balanceText } from "../words/balance-words.ts";
import { text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";
import { BalanceYears } from "./balance-years.tsx";

const askBalance = () => askFromPage.balance();

/** The network as a whole: how its ties are shared out, how wide the close circle is, and how both moved over the years. */
export function BalancePanel() {
  const [balance] = useFollowed(askBalance);
  if (balance.state === "asked") return <p class="waiting">{text("waiting")}</p>;
  const known = lastAnswer(balance);
  return (
    <section class="panel balance" aria-labelledby="balance-heading">
      <h2 id="balance-heading">{text("balanceHeading")}</h2>
      {balance.state === "failed" && <Notice kind="danger">{refusalText(balance.error)}</Notice>}
      {known && (
        <>
          <p class="lead">{balanceText(known.meaning)}</p>
          <div class="beside">
            <BalancePicture counts={known.counts} />
            <BalanceTable counts={known.counts} people={known.people} />
          </div>
          <h3>{text("balanceWidthHeading")}</h3>
          <p>
            {known.companies === undefined || known.fields === undefined
              ? text("balanceWidthUnknown")
              : text("balanceWidth", {
                  companies: known.companies,
                  fields: known.fields,
                })}
          </p>
          {known.years.length > 0 && (
            <>
              <h3>{text("balanceYears")}</h3>
              <BalanceYears moments={[...known.years, known]} />
            </>
          )}
        </>
      )}
    </section>
  );
}
