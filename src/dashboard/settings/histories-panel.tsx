import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { type Act, useAct } from "../../components/acts/use-act.ts";
import { useStepFocus } from "../../components/acts/use-step-focus.ts";
import type { Answer } from "../../components/acts/use-answer.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { HeldHistory } from "../../protocol/views.ts";
import { historyName } from "../../words/history-words.ts";
import { text } from "../../words/text.ts";
import { refusalText, troubleText } from "../../words/trouble-words.ts";

/** How much a history holds, in numbers, or why that is not known. */
function amountOf({ people, interactions, trouble }: HeldHistory): string {
  if (people === undefined || interactions === undefined)
    return trouble === undefined ? "" : troubleText(trouble).title;
  return text("historyAmount", {
    people: text("peopleCount", { count: people }),
    interactions: text("interactionCount", { count: interactions }),
  });
}

interface SureProps {
  /** Has the focus when the question appears. */
  readonly focused: RefObject<HTMLParagraphElement | null>;
  readonly question: string;
  readonly amount: string;
  readonly yes: string;
  readonly act: Act;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once more before something goes for good, and says in numbers what goes. */
function Sure({ focused, question, amount, yes, act, onYes, onNo }: SureProps) {
  return (
    <Notice kind="danger">
      <p tabIndex={-1} ref={focused}>
        {question}
      </p>
      {amount !== "" && <p>{amount}</p>}
      <div class="row">
        <button type="button" class="button danger" name="sure" onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="button" onClick={onNo}>
          {text("cancel")}
        </button>
      </div>
      <ActNotice act={act} />
    </Notice>
  );
}

/** What the user is asked to confirm. */
type ConfirmationAsked =
  | { readonly what: "remove"; readonly name: string }
  | { readonly what: "join"; readonly name: string; readonly into: string };

interface EntryProps {
  readonly history: HeldHistory;
  readonly others: readonly HeldHistory[];
  /** Calls what changed the histories. */
  readonly onDone: (done: string) => void;
}

/** One history, with the ways to look at it, to take it into another one, and to remove it. */
function Entry({ history, others, onDone }: EntryProps) {
  const act = useAct();
  const [asked, setAsked] = useState<ConfirmationAsked>();
  const [question, entry] = useStepFocus<HTMLParagraphElement, HTMLLIElement>(asked !== undefined);
  const { name, shown, signedIn, trouble, isMistake } = history;
  const called = historyName(history);
  const into =
    asked?.what === "join" ? others.find((other) => other.name === asked.into) : undefined;
  const joinable =
    history.aside === "sample"
      ? []
      : others.filter((other) => other.trouble === undefined && other.aside !== "sample");
  return (
    <li class="held-history" data-history={name} tabIndex={-1} ref={entry}>
      <div>
        <strong>
          {signedIn
            ? text("historySignedIn", { name: historyName(history) })
            : historyName(history)}
        </strong>
        <p class="soft small">{amountOf(history)}</p>
        {shown && <p class="small">{text("historyShown")}</p>}
        {isMistake && <p class="small">{text("historyMistake")}</p>}
      </div>
      {asked === undefined && (
        <div class="row">
          {!shown && (
            <button
              type="button"
              class="button"
              name="show-history"
              onClick={() =>
                act.run(async () => {
                  await askFromPage.showHistory({ name });
                  onDone("");
                })
              }
            >
              {text("historyShow")}
            </button>
          )}
          {trouble === undefined &&
            joinable.map((other) => (
              <button
                type="button"
                class="button"
                name="join-history"
                key={other.name}
                onClick={() => setAsked({ what: "join", name, into: other.name })}
              >
                {text("historyJoin", { name: historyName(other) })}
              </button>
            ))}
          <button
            type="button"
            class="button"
            name="remove-history"
            onClick={() => setAsked({ what: "remove", name })}
          >
            {text("historyRemove")}
          </button>
        </div>
      )}
      {asked?.what === "remove" && (
        <Sure
          focused={question}
          question={text("historyRemoveSure", { name: called })}
          amount={amountOf(history)}
          yes={text("historyRemoveNow")}
          act={act}
          onNo={() => setAsked(undefined)}
          onYes={() =>
            act.run(async () => {
              await askFromPage.removeHistory({ name });
              onDone(text("historyRemoved", { name: called }));
            })
          }
        />
      )}
      {into !== undefined && (
        <Sure
          focused={question}
          question={text("historyJoinSure", {
            name: called,
            into: historyName(into),
          })}
          amount={amountOf(history)}
          yes={text("historyJoinNow")}
          act={act}
          onNo={() => setAsked(undefined)}
          onYes={() =>
            act.run(async () => {
              const held = await askFromPage.joinHistories({ from: name, into: into.name });
              onDone(text("historyJoined", { amount: amountOf({ ...into, ...held }) }));
            })
          }
        />
      )}
      {asked === undefined && <ActNotice act={act} />}
    </li>
  );
}

interface HistoriesPanelProps {
  readonly histories: Answer<readonly HeldHistory[]>;
  /** Something was shown, joined or removed. */
  readonly onChange: () => void;
}

/** All histories of this browser, and the way to erase everything. */
export function HistoriesPanel({ histories, onChange }: HistoriesPanelProps) {
  const erasing = useAct();
  const [isAsked, setIsAsked] = useState(false);
  const [question, begin] = useStepFocus<HTMLParagraphElement, HTMLButtonElement>(isAsked);
  const [done, setDone] = useState("");
  const held = histories.state === "answered" ? histories.answer : [];
  const changed = (said: string) => {
    setDone(said);
    onChange();
  };
  return (
    <section class="panel" aria-labelledby="histories-heading">
      <h2 id="histories-heading">{text("historiesHeading")}</h2>
      {histories.state === "failed" && (
        <Notice kind="danger">{refusalText(histories.error)}</Notice>
      )}
      <p role="status">{done}</p>
      {held.length > 0 && (
        <ul class="log">
          {held.map((history) => (
            <Entry
              key={history.name}
              history={history}
              others={held.filter(({ name }) => name !== history.name)}
              onDone={changed}
            />
          ))}
        </ul>
      )}
      {isAsked ? (
        <Sure
          focused={question}
          question={text("eraseEverythingSure", { count: held.length })}
          amount={held.map(amountOf).join(" + ")}
          yes={text("eraseEverythingNow")}
          act={erasing}
          onNo={() => setIsAsked(false)}
          onYes={() =>
            erasing.run(async () => {
              await askFromPage.eraseEverything();
              setIsAsked(false);
              changed(text("eraseEverythingDone"));
            })
          }
        />
      ) : (
        <div class="row">
          <button
            type="button"
            class="button"
            name="erase-everything"
            ref={begin}
            onClick={() => setIsAsked(true)}
          >
            {text("eraseEverything")}
          </button>
        </div>
      )}
    </section>
  );
}
