import { ActNotice } from "../components/acts/act-notice.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useFollowed } from "../components/use-followed.ts";
import { askFromPage } from "../protocol/transport.ts";
import { nameInSentence, plainName } from "../words/name-text.ts";
import { text } from "../words/text.ts";

const askHistories = () => askFromPage.histories();

interface UnclaimedNoticeProps {
  /** How many people were observed. */
  readonly count: number;
  readonly onChange: () => void;
}

/** Asks whose it is what was observed before it was known who was signed in. */
export function UnclaimedNotice({ count, onChange }: UnclaimedNoticeProps) {
  const [answer] = useFollowed(askHistories);
  const act = useAct();
  const histories = answer.state === "answered" ? answer.answer : [];
  const owned = histories.filter(({ aside }) => aside === undefined);
  const settle = (asked: { name?: string }) =>
    act.run(async () => {
      await askFromPage.settleUnclaimed(asked);
      onChange();
    });
  return (
    <Notice kind="calm" title={text("unclaimedHeading", { count })}>
      <div class="row">
        {owned.map(({ name, owner }) => (
          <button
            type="button"
            class="button"
            name="give-unclaimed"
            key={name}
            onClick={() => settle({ name })}
          >
            {text("unclaimedGive", {
              name: nameInSentence(
                owner.name === undefined ? text("historyUnnamed") : plainName(owner.name),
              ),
            })}
          </button>
        ))}
        <button type="button" class="button quiet" name="drop-unclaimed" onClick={() => settle({})}>
          {text("unclaimedDrop")}
        </button>
      </div>
      <ActNotice act={act} />
    </Notice>
  );
}
