/**
 * The view's record of a person, made of the person as computed.
 */
import { settled } from "../../domain/interactions/history.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { ruledPerson } from "../../domain/directory/ruled-person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { packedMonths } from "../../domain/interactions/messages-by-month.ts";
import { isSettled } from "../../domain/interactions/is-settled.ts";
import type { KeptRule } from "../../domain/records/rule.ts";
import type { ProjectedPerson } from "../../domain/projection/person-of.ts";
import { withoutEndedReminders } from "../../domain/suggestions/ended-reminders.ts";
import { sentOutcomes } from "../../domain/suggestions/replies.ts";
import { type TieSummary, tieSummary } from "../../domain/tie/tie-summary.ts";

/** The name; when it was shown matters only where neither a contact nor a connection has a date, see `isQuiet`. */
const nameOf = (
  { name }: ProjectedPerson,
  { lastAt, connected }: TieSummary,
): PersonRecord["name"] =>
  lastAt === undefined && connected === undefined ? name : { value: name.value };

/** The career; until when the newest of it was shown changes with every archive, and nothing follows from it. */
function careerOf({ career }: ProjectedPerson): PersonRecord["career"] {
  const newest = career.at(-1);
  if (newest === undefined) return career;
  const { until: _until, ...seen } = newest;
  return [...career.slice(0, -1), seen];
}

/** Makes the record. `handle` is that of the subject; the rules stand in the order in which they decide. */
export function recordOf(
  person: ProjectedPerson,
  handle: string,
  rules: readonly KeptRule[],
): PersonRecord {
  const { subject, aliases, newest, choices, interactions, removed, mutual, sent } = person;
  const facts =
    removed.length === 0 && isSettled(interactions) ? interactions : settled(interactions, removed);
  const months = packedMonths(facts);
  const ruled = ruledPerson(person, rules);
  const summary = tieSummary(facts);
  return {
    subject,
    id: handle as PersonId,
    aliases,
    ...(newest && { newest }),
    name: nameOf(person, summary),
    career: careerOf(person),
    choices: withoutEndedReminders(choices, facts),
    ...(ruled && { ruled }),
    summary,
    ...(months !== "" && { months }),
    ...(sent && { sent: sentOutcomes(sent, facts) }),
    ...(mutual?.count !== undefined && { mutual: mutual.count }),
  };
}
