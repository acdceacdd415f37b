import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { Notice } from "../../components/acts/notice.tsx";
import { Avatar } from "../../components/pieces/avatar.tsx";
import type { Balance } from "../../domain/balance/balance.ts";
import type { SuggestedRow } from "../../domain/week/week.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { rowWhy } from "../../week/row-why.ts";
import { plainName } from "../../words/name-text.ts";
import { sentencesText, text, unbroken } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { hashOf } from "../frame/address.ts";
import { spanText } from "./import-words.ts";

/** So many names are shown; the week has the others. */
const FIRST_NAMES = 4;

/** What is known now that the import is part of the history. */
async function askResult() {
  // The history may have begun just now: from here on the page shows it.
  const { people } = await askFromPage.overview();
  await askFromPage.renewLists();
  const [week, balance] = await Promise.all([askFromPage.week(), askFromPage.balance()]);
  return { people, week, balance };
}

/** How many ties are strong, and how many of those that were have gone quiet. Where no archive shows talk there are neither. */
function tiesText({ counts }: Pick<Balance, "counts">): string {
  const strong = counts.close + counts["in-touch"];
  const quiet = counts.fading + counts.dormant;
  return sentencesText([
    strong > 0 ? text("importResultTies", { strong }) : undefined,
    quiet > 0 ? text("importResultQuiet", { count: quiet }) : undefined,
  ]);
}

/** The first people of the week, each with the one reason. */
function FirstPeople({ rows, now }: { rows: readonly SuggestedRow[]; now: number }) {
  return (
    <ul class="result-people">
      {rows.slice(0, FIRST_NAMES).map((row) => (
        <li key={row.id}>
          <Avatar id={row.id} name={row.name} band={row.tie.band} />
          <div>
            <a href={hashOf({ section: "people", within: ["all", row.id] })}>
              <bdi>{plainName(row.name)}</bdi>
            </a>
            <p class="small">{unbroken(rowWhy(row, now))}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

interface ImportResultProps {
  /** First and last moment of the archive (ms); absent where it has none. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
  readonly now: number;
}

/** What the import is good for: how far back it goes, how the ties stand, and whom to write to first. It has the focus when it appears. */
export function ImportResult({ span, now }: ImportResultProps) {
  const [answer] = useAnswer(askResult);
  const heading = useRef<HTMLHeadingElement>(null);
  const result = lastAnswer(answer);
  const rows = result && [...result.week.reconnect, ...result.week.neverTalked];
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    // Nothing that the user reads moves afterwards: all of it comes at once.
    heading.current?.scrollIntoView({ block: "start" });
  }, [result]);
  const people = result && text("peopleCount", { count: result.people });
  return (
    <div class="import-result">
      <h3 tabIndex={-1} ref={heading}>
        {people === undefined
          ? text("importDoneHeading")
          : span === undefined
            ? people
            : text("importResultSpan", { years: spanText(span), people })}
      </h3>
      {answer.state === "asked" && <p class="waiting">{text("waiting")}</p>}
      {answer.state === "failed" && <Notice kind="danger">{refusalText(answer.error)}</Notice>}
      {result && <p>{tiesText(result.balance)}</p>}
      {rows && rows.length > 0 && (
        <>
          <p class="soft">{text("importResultWeek")}</p>
          <FirstPeople rows={rows} now={now} />
          <div class="row">
            <a class="button main" href={hashOf({ section: "week", within: [] })} data-step="week">
              {text("importOpenWeek")}
            </a>
          </div>
        </>
      )}
    </div>
  );
}
