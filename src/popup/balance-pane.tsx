import { BalancePicture } from "../components/pictures/balance-picture.tsx";
import { BalanceTable } from "../components/pictures/balance-table.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { DASHBOARD } from "../components/own-pages.ts";
import { useFollowed } from "../components/use-followed.ts";
import { askFromPage } from "../protocol/transport.ts";
import { balanceText } from "../words/balance-words.ts";
import { text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";

const askBalance = () => askFromPage.balance();

/** The network as a whole: one small picture, one sentence, and the numbers behind them. */
export function BalancePane() {
  const [balance] = useFollowed(askBalance);
  if (balance.state === "asked") return <p class="waiting">{text("waiting")}</p>;
  if (balance.state === "failed")
    return <Notice kind="danger">{refusalText(balance.error)}</Notice>;
  const { counts, people, meaning } = balance.answer;
  return (
    <section class="balance" aria-labelledby="balance-heading">
      <h2 id="balance-heading">{balanceText(meaning)}</h2>
      <BalancePicture counts={counts} />
      <BalanceTable counts={counts} people={people} />
      <a href={`${DASHBOARD}#balance`} target="_blank" rel="noreferrer">
        {text("balanceWhole")}
      </a>
    </section>
  );
}
