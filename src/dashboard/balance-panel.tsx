import { BalancePicture } from "../components/pictures/balance-picture.tsx";
import { BalanceTable } from "../components/pictures/balance-table.tsx";
import { Notice } from "../components/acts/notice.tsx";
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
  return (
    <section class="panel balance" aria-labelledby="balance-heading">
      <h2 id="balance-heading">{text("balanceHeading")}</h2>
      {balance.state === "failed" ? (
        <Notice kind="danger">{refusalText(balance.error)}</Notice>
      ) : (
        <>
          <p class="lead">{balanceText(balance.answer.meaning)}</p>
          <div class="beside">
            <BalancePicture counts={balance.answer.counts} />
            <BalanceTable counts={balance.answer.counts} people={balance.answer.people} />
          </div>
          <h3>{text("balanceWidthHeading")}</h3>
          <p>
            {balance.answer.companies === undefined || balance.answer.fields === undefined
              ? text("balanceWidthUnknown")
              : text("balanceWidth", {
                  companies: balance.answer.companies,
                  fields: balance.answer.fields,
                })}
          </p>
          {balance.answer.years.length > 0 && (
            <>
              <h3>{text("balanceYears")}</h3>
              <BalanceYears moments={[...balance.answer.years, balance.answer]} />
            </>
          )}
        </>
      )}
    </section>
  );
}
