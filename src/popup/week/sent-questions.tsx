import { useCallback, useContext, useEffect } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useAnswer } from "../../components/acts/use-answer.ts";
import { useKept } from "../../components/acts/use-kept.ts";
import { after } from "../../components/later-choices.tsx";
import { Avatar } from "../../components/pieces/avatar.tsx";
import { useToast } from "../../components/pieces/toast.tsx";
import type { PersonCard } from "../../domain/directory/person-card.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { dayText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import {
  begin,
  begun,
  forget,
  replyReminder,
  sentId,
  ShownHistory,
  watchBegun,
} from "../../week/written.ts";
import type { Begun } from "../../week/written.ts";

/** How long a reply may take before the user is reminded. */
const REPLY_DAYS = 14;

/** Reminders are at noon: the same day wherever the clocks go. */
const NOON = 12;

/** Of one person a page may show a message a little before the click is noted (ms). */
const NEAR_MS = 60_000;

interface SentQuestionProps {
  readonly one: Begun;
  readonly now: number;
  /** Another number after every change of the history. */
  readonly round: number;
  /** Ticks the suggestion, where the person is one; answers whether there was one. */
  readonly onSent: (one: Begun) => Promise<boolean>;
  readonly onNotSent: (one: Begun) => Promise<void>;
}

/** Whether the card shows that the message went out. */
const isObserved = ({ tie: { lastExchange } }: PersonCard, { at }: Begun): boolean =>
  lastExchange?.direction === "out" && lastExchange.to >= at - NEAR_MS;

/** When the message left, as far as the page told the minute; otherwise when its window was opened. */
const observedAt = ({ tie: { lastExchange } }: PersonCard, { at }: Begun): number =>
  lastExchange !== undefined && lastExchange.from === lastExchange.to
    ? Math.max(at, lastExchange.to)
    : at;

/** Asks whether a message was sent. Where the site's page showed it, there is nothing to ask. */
function SentQuestion({ one, now, round, onSent, onNotSent }: SentQuestionProps) {
  const { id } = one;
  const ask = useCallback(
    async () => ({ card: await askFromPage.personCard({ id, atMost: 1 }), round }),
    [id, round],
  );
  const [answer] = useAnswer(ask);
  const act = useAct();
  const toast = useToast();
  const card = answer.state === "answered" ? answer.answer.card : undefined;
  const observed = card !== undefined && isObserved(card, one);
  const { run } = act;
  const sent = useCallback(
    (name: string, sentAt: number) =>
      run(async () => {
        const reminder = replyReminder(one.at);
        const at = after(now, REPLY_DAYS, 0, NOON);
        const message = sentId(one);
        const kept = one.why && { [message]: { at: sentAt, why: one.why } };
        await askFromPage.choose({
          id,
          made: { reminders: { [reminder]: at }, ...(kept && { sent: kept }) },
        });
        const ticked = await onSent(one);
        await forget(one);
        toast({
          words: text("sentRemind", { name: nameInSentence(name), day: dayText(at, now) }),
          undo: async () => {
            await askFromPage.choose({
              id,
              made: { reminders: { [reminder]: null }, ...(kept && { sent: { [message]: null } }) },
            });
            if (ticked) await onNotSent(one);
            await begin(one);
          },
        });
      }),
    [run, one, now, id, onSent, onNotSent, toast],
  );
  useEffect(() => {
    if (observed && card) sent(card.name, observedAt(card, one));
  }, [observed, card, one, sent]);
  useEffect(() => {
    // Nobody asks about a person who is gone.
    if (answer.state === "failed") forget(one).catch(() => {});
  }, [answer.state, one]);
  if (!card || observed) return null;
  const name = nameInSentence(card.name);
  return (
    <li class="sent-question">
      <Avatar id={id} name={card.name} band={card.tie.band} />
      <p>{text("sentQuestion", { name })}</p>
      <div class="actions">
        <button
          type="button"
          class="button small main"
          name="sent"
          aria-label={text("sentYesNamed", { name })}
          onClick={() => sent(card.name, one.at)}
        >
          {text("sentYes")}
        </button>
        <button
          type="button"
          class="button small quiet"
          name="not-sent"
          aria-label={text("sentNoNamed", { name })}
          onClick={() => act.run(() => forget(one))}
        >
          {text("sentNo")}
        </button>
      </div>
      <ActNotice act={act} />
    </li>
  );
}

/** Asks about every message that was begun in the history that is shown. */
export function SentQuestions(props: Omit<SentQuestionProps, "one">) {
  const all = useKept(begun, watchBegun);
  const history = useContext(ShownHistory);
  const open = all === "unread" ? [] : all.filter((one) => one.history === history);
  if (open.length === 0) return null;
  return (
    <ul class="people" aria-label={text("sentHeading")}>
      {open.map((one) => (
        <SentQuestion key={one.id} one={one} {...props} />
      ))}
    </ul>
  );
}
