import { BalancePicture, MOST_LIGHTS } from "../components/pictures/balance-picture.tsx";
import { BalanceTable } from "../components/pictures/balance-table.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { DASHBOARD } from "../components/own-pages.ts";
import { lastAnswer } from "../components/acts/use-answer.ts";
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
  const known = lastAnswer(balance);
  if (known === undefined)
    return (
      balance.state === "failed" && <Notice kind="danger">{refusalText(balance.error)}</Notice>
    );
  const { counts, people, meaning } = known;
  return (
    <section class="balance" aria-labelledby="balance-heading">
      {balance.state === "failed" && <Notice kind="danger">{refusalText(balance.error)}</Notice>}
      <h2 id="balance-heading">{balanceText(meaning)}</h2>
      <BalancePicture counts={counts} />
      {people > MOST_LIGHTS && (
        <p class="soft small">{text("balanceLights", { lights: MOST_LIGHTS, people })}</p>
      )}
      <BalanceTable counts={counts} people={people} />
      <a class="alone" href={`${DASHBOARD}#balance`} target="_blank" rel="noreferrer">
        {text("balanceWhole")}
      </a>
    </section>
  );
}
