import type { ImportPreview } from "../../domain/records/archive-import.ts";
import type { ArchiveSpan } from "../../domain/tie/coverage.ts";
import { coveredKindText } from "../../words/coverage-words.ts";
import { listText, numberText, text } from "../../words/text.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import type { ArchiveContents } from "../reader/archive-work.ts";
import { monthsText } from "./import-words.ts";

const YEAR_MS = 365.2425 * 86_400_000;

/** What the history will know about afterwards. */
function Covered({ spans }: { readonly spans: readonly ArchiveSpan[] }) {
  const lines = spans.flatMap((span) =>
    span.kinds.flatMap((kind) => {
      const name = coveredKindText(kind);
      return name === undefined ? [] : [{ name, span }];
    }),
  );
  if (lines.length === 0) return null;
  return (
    <div class="covered">
      <p>{text("importCovers")}</p>
      <ul>
        {lines.map(({ name, span }) => (
          <li key={name}>
            <span>{name}</span> <span class="soft">{monthsText(span)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names several people share. */
function Homonyms({ contents }: { readonly contents: ArchiveContents }) {
  if (contents.homonymCount === 0) return null;
  return (
    <details>
      <summary>{text("importHomonyms", { count: contents.homonymCount })}</summary>
      <ul class="homonyms">
        {contents.homonyms.map(({ name, people }) => (
          <li key={name}>
            {text("importHomonym", {
              name: nameInSentence(name),
              profiles: listText(
                people.map(([alias]) => plainName((alias ?? "").replace(/^\w+:/, ""))),
              ),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ImportFiguresProps {
  readonly contents: ArchiveContents;
  /** What adding it would do, as far as that is known yet. */
  readonly counted: ImportPreview | undefined;
}

/** The archive in a few numbers: people, interactions, years, and what they give. */
export function ImportFigures({ contents, counted: after }: ImportFiguresProps) {
  const { span, coverage } = contents;
  const people = after ? after.peopleNew + after.peopleKnown : contents.people;
  const interactions = after
    ? after.interactionsNew + after.interactionsKnown
    : contents.interactions;
  const waiting = after?.waiting ?? contents.waiting;
  const years = span && (span.to - span.from) / YEAR_MS;
  return (
    <>
      <dl class="import-figures">
        <div>
          <dd>{numberText(people)}</dd>
          <dt>{text("importPeopleFound", { count: people })}</dt>
          {after && (
            <dd class="soft small">
              {text("importPeopleNew", { count: after.peopleNew })}
              {after.peopleKnown > 0 &&
                ` · ${text("importPeopleKnown", { count: after.peopleKnown })}`}
            </dd>
          )}
        </div>
        <div>
          <dd>{numberText(interactions)}</dd>
          <dt>{text("importInteractionsFound", { count: interactions })}</dt>
          {after && (
            <dd class="soft small">
              {text("importPeopleNew", { count: after.interactionsNew })}
              {after.interactionsKnown > 0 &&
                ` · ${text("importPeopleKnown", { count: after.interactionsKnown })}`}
            </dd>
          )}
        </div>
        {span && years !== undefined && (
          <div>
            <dd>{numberText(years)}</dd>
            <dt>{text("importYears")}</dt>
            <dd class="soft small">{monthsText(span)}</dd>
          </div>
        )}
      </dl>
      <Covered spans={coverage} />
      {waiting > 0 && <p class="soft">{text("importWaiting", { count: waiting })}</p>}
      {after !== undefined && after.erased > 0 && (
        <p class="soft">{text("importErased", { count: after.erased })}</p>
      )}
      <Homonyms contents={contents} />
    </>
  );
}
