import { lastAnswer } from "../components/acts/use-answer.ts";
import { useFollowed } from "../components/use-followed.ts";
import { askFromPage } from "../protocol/transport.ts";
import { numberText, text } from "../words/text.ts";

const askExchanged = () =>
  askFromPage.peopleTable({
    text: "",
    conditions: [{ of: "silence", is: "never", not: true }],
    by: "last",
    descending: false,
    start: 0,
    atMost: 1,
  });

/** With how many of them a page told the last exchange: the list of conversations does so before any archive. */
function Exchanged({ people }: { readonly people: number }) {
  const [found] = useFollowed(askExchanged);
  const count = lastAnswer(found)?.count ?? 0;
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
