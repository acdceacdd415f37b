import { useCallback, useEffect } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { useKept } from "../../components/acts/use-kept.ts";
import { keep, kept, watch } from "../../components/kept-values.ts";
import { askFromPage } from "../../protocol/transport.ts";
import {
  asRepliesSaid,
  isToSay,
  localDayText,
  type RepliesSaid,
  replyCountOfMonth,
} from "../../week/replies-said.ts";
import { reasonKindText } from "../../words/reason-words.ts";
import { numberText, text } from "../../words/text.ts";

const KEY = "repliesSaid";

const read = async (): Promise<RepliesSaid | undefined> => asRepliesSaid(await kept(KEY));

const watchSaid = (listener: (said: RepliesSaid | undefined) => void, signal: AbortSignal): void =>
  watch(KEY, (value) => listener(asRepliesSaid(value)), signal);

interface RepliesLineProps {
  readonly now: number;
  /** Another number after every change of the history. */
  readonly round: number;
}

/** Once a month: how many messages brought a reply, of one kind of reason. */
export function RepliesLine({ now, round }: RepliesLineProps) {
  const ask = useCallback(
    async () => ({ counts: await askFromPage.replies(), of: round }),
    [round],
  );
  const [answer] = useAnswer(ask);
  const said = useKept(read, watchSaid);
  const act = useAct();
  const day = localDayText(now);
  const count = replyCountOfMonth(lastAnswer(answer)?.counts ?? [], day);
  const isShown = said !== "unread" && count !== undefined && isToSay(said, day);
  const isNew = isShown && said?.day !== day;
  useEffect(() => {
    // What cannot be noted is said once more tomorrow.
    if (isNew) keep(KEY, { day }).catch(() => {});
  }, [isNew, day]);
  if (!isShown) return null;
  return (
    <div class="replies-line">
      <p class="small">
        {text("repliesOfMonth", {
          reason: reasonKindText(count.why),
          replied: numberText(count.replied),
          count: count.sent,
        })}
      </p>
      <button
        type="button"
        class="button small quiet"
        name="replies-away"
        onClick={() => act.run(() => keep(KEY, { day, isAway: true }))}
      >
        {text("repliesAway")}
      </button>
      <ActNotice act={act} />
    </div>
  );
}
