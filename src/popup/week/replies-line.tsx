import { useCallback, useContext, useEffect, useRef } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { useKept } from "../../components/acts/use-kept.ts";
import { changeKeptValue, kept, watch } from "../../components/kept-values.ts";
import type { ReplyCount } from "../../domain/suggestions/replies.ts";
import { askFromPage } from "../../protocol/transport.ts";
import {
  asRepliesSaid,
  isToSay,
  localDayText,
  type RepliesSaid,
  replyCountOfMonth,
  withSaid,
} from "../../week/replies-said.ts";
import { ShownHistory } from "../../week/written.ts";
import { useFocusWhenGone } from "../../setup/use-focus-when-gone.ts";
import { reasonKindText } from "../../words/reason-words.ts";
import { numberText, text } from "../../words/text.ts";

const KEY = "repliesSaid";

const read = async (): Promise<readonly RepliesSaid[]> => asRepliesSaid(await kept(KEY));

const watchSaid = (listener: (all: readonly RepliesSaid[]) => void, signal: AbortSignal): void =>
  watch(KEY, (value) => listener(asRepliesSaid(value)), signal);

/** Notes when it was said of a history; what is noted of the others stays. */
const note = (one: RepliesSaid): Promise<void> =>
  changeKeptValue(KEY, (all) => withSaid(asRepliesSaid(all), one));

interface SaidLineProps {
  readonly count: ReplyCount;
  readonly onAway: () => Promise<void>;
}

/** The line, with the way to put it away. */
function SaidLine({ count, onAway }: SaidLineProps) {
  const act = useAct();
  const whole = useFocusWhenGone<HTMLDivElement>();
  return (
    <div class="replies-line" ref={whole}>
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
        aria-label={text("repliesAwayNamed")}
        onClick={() => act.run(onAway)}
      >
        {text("repliesAway")}
      </button>
      <ActNotice act={act} />
    </div>
  );
}

interface RepliesLineProps {
  readonly now: number;
  /** Another number after every change of the history. */
  readonly round: number;
}

/** Once a month: how many messages brought a reply, of one kind of reason. Nobody asked for it: where it cannot be had, nothing is said, and the page of the week says why. */
export function RepliesLine({ now, round }: RepliesLineProps) {
  const ask = useCallback(
    async () => ({ counts: await askFromPage.replies(), of: round }),
    [round],
  );
  const [answer] = useAnswer(ask);
  const history = useContext(ShownHistory);
  const all = useKept(read, watchSaid);
  const day = localDayText(now);
  const count = replyCountOfMonth(lastAnswer(answer)?.counts ?? [], day);
  const said = all === "unread" ? undefined : all.find((one) => one.history === history);
  const isShown = all !== "unread" && count !== undefined && isToSay(said, day);
  const isKnown = all !== "unread" && count !== undefined;
  const isNew = isShown && said?.day !== day;
  const decided = useRef("");
  useEffect(() => {
    // Once a day: a page hears what pages with other days note, and two must not take turns.
    if (!isKnown || history === undefined || decided.current === `${history} ${day}`) return;
    decided.current = `${history} ${day}`;
    // What cannot be noted is said once more tomorrow.
    if (isNew) note({ history, day }).catch(() => {});
  }, [isKnown, isNew, history, day]);
  if (!isShown || history === undefined) return null;
  return <SaidLine count={count} onAway={() => note({ history, day, isAway: true })} />;
}
