import { lastAnswer } from "../components/acts/use-answer.ts";
import { useFollowed } from "../components/use-followed.ts";
import { askFromPage } from "../protocol/transport.ts";
import { numberText, text } from "../words/text.ts";

/** As many rows as the table answers at once. */
const ROWS = 200;

/** Of how many people a page told the last exchange. That the user was in touch elsewhere, or wrote an exchange down, is told by no page. */
async function askExchanged(): Promise<number> {
  let told = 0;
  for (let start = 0, count = 1; start < count; start += ROWS) {
    const found = await askFromPage.peopleTable({
      text: "",
      conditions: [{ of: "silence", is: "never", not: true }],
      by: "last",
      descending: false,
      start,
      atMost: ROWS,
    });
    told += found.rows.filter(({ source }) => source === "page").length;
    count = found.count;
  }
  return told;
}

/** With how many of them a page told the last exchange: the list of conversations does so before any archive. */
function Exchanged({ people }: { readonly people: number }) {
  const [found] = useFollowed(askExchanged);
  const count = lastAnswer(found) ?? 0;
  return count === 0 ? null : <>{text("setupExchanged", { count, people: numberText(people) })}</>;
}

/** What is known while the archive is on its way. Nothing is said of what no source covers. */
export function Meanwhile({
  people,
  isReading,
}: {
  readonly people: number;
  readonly isReading: boolean;
}) {
  if (people > 0)
    return (
      <p class="small soft">
        {text("setupSeen", { count: people })} <Exchanged people={people} />
      </p>
    );
  return isReading ? <p class="small soft">{text("setupBrowse")}</p> : null;
}
