import { useCallback, useContext, useEffect } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useAnswer } from "../../components/acts/use-answer.ts";
import { useKept } from "../../components/acts/use-kept.ts";
import { after } from "../../components/later-choices.tsx";
import { Avatar } from "../../components/pieces/avatar.tsx";
import { useToast } from "../../components/pieces/toast.tsx";
import type { PersonCard } from "../../domain/directory/person-card.ts";
import { isWordOfTheirs } from "../../domain/suggestions/replies.ts";
import { askFromPage, Refusal } from "../../protocol/transport.ts";
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

/** So many of the last interactions are looked through for a word of the other person's. */
const LOOKED_THROUGH = 50;

/** The message as a page or an archive shows it, if one does: to the person alone, and neither a comment nor what the user noted by hand. */
function observedMessage({ tie: { lastExchange: last } }: PersonCard, { at }: Begun) {
  if (last === undefined || last.direction !== "out" || last.to < at - NEAR_MS) return undefined;
  const isMessage = last.kind === "message" || last.kind === "inmail";
  return isMessage && last.groupSize === undefined && last.source !== "hand" ? last : undefined;
}

/** Whether the person said something since the message was begun. Whether that was before the message or a reply to it, nobody knows. */
const hasSpokenSince = ({ interactions }: PersonCard, { at }: Begun): boolean =>
  interactions.some((fact) => isWordOfTheirs(fact) && fact.to >= at);

/** Asks whether a message was sent. Where the site's page showed it, there is nothing to ask. */
function SentQuestion({ one, now, round, onSent, onNotSent }: SentQuestionProps) {
  const { id } = one;
  const ask = useCallback(
    async () => ({ card: await askFromPage.personCard({ id, atMost: LOOKED_THROUGH }), round }),
    [id, round],
  );
  const [answer] = useAnswer(ask);
  const act = useAct();
  const toast = useToast();
  const card = answer.state === "answered" ? answer.answer.card : undefined;
  const observed = card && observedMessage(card, one);
  const { run } = act;
  /** Notes the message, to be counted from this moment (ms), or nowhere without one. */
  const sent = useCallback(
    (name: string, sentAt: number | undefined) =>
      run(async () => {
        const reminder = replyReminder(one.at);
        const at = after(now, REPLY_DAYS, 0, NOON);
        const message = sentId(one);
        const kept = one.why && sentAt !== undefined && { [message]: { at: sentAt, why: one.why } };
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
    // It left no earlier than its window was opened.
    if (observed && card) sent(card.name, Math.max(one.at, observed.from));
  }, [observed, card, one, sent]);
  useEffect(() => {
    // Nobody asks about a person who is gone. Where the question was refused for another reason, it is asked at the next opening.
    const isGone =
      answer.state === "failed" &&
      answer.error instanceof Refusal &&
      answer.error.code === "unknown-person";
    if (isGone) forget(one).catch(() => {});
  }, [answer, one]);
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
          onClick={() => sent(card.name, hasSpokenSince(card, one) ? undefined : one.at)}
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
