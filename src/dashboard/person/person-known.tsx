import { profileLink } from "../../components/profile-link.ts";
import type { PersonCard, PersonDetails, SourcedWork } from "../../domain/directory/person-card.ts";
import type { SharedCompany } from "../../domain/suggestions/circle.ts";
import { sourceText } from "../../words/interaction-words.ts";
import { dateText, dayText } from "../../words/moments.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { numberText, text, type TextKey } from "../../words/text.ts";

/** Who can say something, with what the column calls them. */
const SOURCES: readonly (readonly ["archive" | "page" | "hand", TextKey])[] = [
  ["archive", "sourceArchive"],
  ["page", "sourcePage"],
  ["hand", "sourceHand"],
];

interface PersonKnownProps {
  readonly facts: PersonCard;
  readonly details: PersonDetails;
  readonly now: number;
}

/** How many interactions each source shows. What two sources show counts for both. */
function SourceTable({ facts }: Pick<PersonKnownProps, "facts">) {
  const counts = SOURCES.map(([source, words]) => ({
    words,
    count: facts.interactions.filter(({ sources }) =>
      sources.some((one) => (one === "page" || one === "hand" ? one : "archive") === source),
    ).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <table class="small known-sources">
      <thead>
        <tr>
          <th scope="col">{text("knownSource")}</th>
          <th scope="col">{text("knownCount")}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ words, count }) => (
          <tr key={words}>
            <th scope="row">{text(words)}</th>
            <td>{numberText(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Work({ seen, now }: { readonly seen: SourcedWork; readonly now: number }) {
  const lines = [seen.title, seen.company, seen.headline].filter((line) => line !== undefined);
  return (
    <li>
      {lines.map((line) => (
        <p key={line}>
          <bdi>{plainName(line)}</bdi>
        </p>
      ))}
      {seen.sources.length > 0 && (
        <p class="soft small">
          {text("knownShown", {
            from: dayText(seen.at, now),
            to: dayText(seen.until, now),
            source: sourceText(seen.sources),
          })}
        </p>
      )}
    </li>
  );
}

/** Companies and schools of both. */
export function PersonShared({ shared }: { readonly shared: readonly SharedCompany[] }) {
  if (shared.length === 0) return null;
  return (
    <section>
      <h2>{text("sharedHeading")}</h2>
      <ul>
        {shared.map(({ name, school, current, theirs }) => (
          <li key={name}>
            {school
              ? text("reasonSameSchool", { school: nameInSentence(name) })
              : text(current && theirs ? "reasonSameCompanyStill" : "reasonSameCompany", {
                  company: nameInSentence(name),
                })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every fact that is no interaction, each with who says so and when. */
export function PersonKnown({ facts, details, now }: PersonKnownProps) {
  const connected = facts.interactions.find(({ kind }) => kind === "connected");
  const { work, aliases, mutual } = details;
  return (
    <section class="person-known">
      <h2>{text("knownHeading")}</h2>
      <dl>
        {facts.connected && (
          <div>
            <dt>{text("knownConnected")}</dt>
            <dd>
              {dateText(facts.connected.from, facts.connected.to)}
              {connected && <p class="soft small">{sourceText(connected.sources)}</p>}
            </dd>
          </div>
        )}
        {work.length > 0 && (
          <div>
            <dt>{text("knownWork")}</dt>
            <dd>
              <ul>
                {work.toReversed().map((seen) => (
                  <Work key={`${seen.at} ${seen.company} ${seen.title}`} seen={seen} now={now} />
                ))}
              </ul>
            </dd>
          </div>
        )}
        {mutual !== undefined && (
          <div>
            <dt>{text("knownMutual")}</dt>
            <dd>{numberText(mutual)}</dd>
          </div>
        )}
        {aliases.length > 0 && (
          <div>
            <dt>{text("aliasesHeading")}</dt>
            <dd>
              <ul>
                {aliases.map((alias) => {
                  const link = profileLink(alias);
                  const words = <bdi>{alias.slice(alias.indexOf(":") + 1)}</bdi>;
                  return (
                    <li key={alias}>
                      {link === undefined ? (
                        words
                      ) : (
                        <a href={link} target="_blank" rel="noreferrer">
                          {words}
                        </a>
                      )}
                    </li>
                  );
                })}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <SourceTable facts={facts} />
    </section>
  );
}
