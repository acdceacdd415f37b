import { useCallback, useLayoutEffect, useRef } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useAnswer } from "../../components/acts/use-answer.ts";
import { shownCareer } from "../../domain/person/corrected.ts";
import type { PersonCard, PersonDetails } from "../../domain/directory/person-card.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { workText } from "../../domain/directory/ready-row.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { MergedPair } from "../../protocol/page-questions.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { bandText, lastContactText } from "../../words/tie-words.ts";
import { refusalText } from "../../words/trouble-words.ts";

interface MergeSidesProps {
  readonly id: PersonId;
  readonly other: PersonId;
  readonly now: number;
  readonly onMerged: (pair: MergedPair | undefined) => void;
  readonly onBack: () => void;
}

interface MergeSide {
  readonly card: PersonCard;
  readonly details: PersonDetails;
}

async function side(id: PersonId): Promise<MergeSide> {
  const [card, details] = await Promise.all([
    askFromPage.personCard({ id, atMost: 1 }),
    askFromPage.personDetails({ id }),
  ]);
  return { card, details };
}

function SideOf({ card, details, now }: MergeSide & { readonly now: number }) {
  const work = workText(shownCareer({ career: details.career, choices: details.choices }));
  return (
    <li>
      <strong>
        <bdi>{plainName(card.name)}</bdi>
      </strong>
      {work !== "" && <bdi>{plainName(work)}</bdi>}
      <span class={`band band-${card.tie.band}`}>
        <BandGlyph band={card.tie.band} />
        {bandText(card.tie.band)}
      </span>
      <span>
        {lastContactText(
          { ...card.tie, ...(card.connected && { connected: card.connected }) },
          now,
        )}
      </span>
      <span>{text("interactionCount", { count: card.interactionCount })}</span>
      {details.aliases.map((alias) => (
        <bdi class="soft" key={alias}>
          {alias.slice(alias.indexOf(":") + 1)}
        </bdi>
      ))}
    </li>
  );
}

/** Two entries side by side, and the question whether they are one person. */
export function MergeSides({ id, other, now, onMerged, onBack }: MergeSidesProps) {
  const ask = useCallback(() => Promise.all([side(id), side(other)]), [id, other]);
  const [answer] = useAnswer(ask);
  const act = useAct();
  const [one, two] = answer.state === "answered" ? answer.answer : [];
  const question = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    // The button that chose the other one is gone; the question is what is read next, with its answers in sight.
    question.current?.focus();
    question.current?.parentElement?.scrollIntoView({ block: "nearest" });
  }, [one]);
  return (
    <section class="unfolded" aria-label={text("mergeHeading")}>
      {answer.state === "failed" && <Notice kind="danger">{refusalText(answer.error)}</Notice>}
      {one && two && (
        <>
          <p ref={question} tabIndex={-1}>
            {text("mergeSure", {
              one: nameInSentence(one.card.name),
              other: nameInSentence(two.card.name),
            })}
          </p>
          <ul class="sides small">
            <SideOf {...one} now={now} />
            <SideOf {...two} now={now} />
          </ul>
          <p class="small soft">{text("mergeKeeps")}</p>
        </>
      )}
      <div class="row">
        {one && two && (
          <button
            type="button"
            class="button main"
            onClick={() =>
              act.run(async () => onMerged(await askFromPage.mergePeople({ id, other })))
            }
          >
            {text("mergeNow")}
          </button>
        )}
        <button type="button" class="button" onClick={onBack}>
          {text("mergeBack")}
        </button>
      </div>
      <ActNotice act={act} />
    </section>
  );
}
