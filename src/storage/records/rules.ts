/**
 * What the user says of everybody at a company or with a tag. Whom a rule touches is read from the view: nothing else about anybody changes.
 */
import { ruledPerson } from "../../domain/directory/ruled-person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { KeptRule, Rule } from "../../domain/records/rule.ts";
import type { HybridTime } from "../../domain/records/hybrid-time.ts";
import type { HistoryStatement } from "../../domain/records/statement.ts";
import { HISTORY } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { inTurn } from "../database/turn.ts";
import { type Ground, timeOf } from "../ground/ground.ts";
import { NO_OVERLAY, type Overlay } from "../ground/overlay.ts";
import { peopleChanges } from "../view/view-change.ts";
import { groundNow } from "./ground-now.ts";
import { Moved, wholeAfter, write } from "./write.ts";

/** Rules to write by id; `null` removes one. */
export type RuleChanges = Readonly<Record<string, Rule | null>>;

function statementWith(ground: Ground, changes: RuleChanges, time: HybridTime): HistoryStatement {
  const { replica, said } = ground;
  const before = said.find((one) => one.source === "hand" && one.replica === replica);
  const written = Object.entries(changes).map(([id, value]) => [
    id,
    value === null ? { time } : { value, time },
  ]);
  return {
    subject: HISTORY,
    source: "hand",
    replica,
    version: (before?.version ?? 0) + 1,
    body: {
      ...before?.body,
      rules: { ...before?.body.rules, ...Object.fromEntries(written) },
    },
  };
}

/** The record of a person under other rules. */
function under(
  rules: readonly KeptRule[],
  { ruled: _before, ...person }: PersonRecord,
): PersonRecord {
  const { summary, mutual, months, ...rest } = person;
  const ruled = ruledPerson(person, rules);
  return {
    ...rest,
    ...(ruled && { ruled }),
    summary,
    ...(months !== undefined && { months }),
    ...(mutual !== undefined && { mutual }),
  };
}

/** Writes rules, all or none. Everything that follows from the people they touch follows in the same transaction. */
export function changeRules(
  database: HistoryDatabase,
  changes: RuleChanges,
  now: number,
): Promise<void> {
  const attempt = async (): Promise<void> => {
    const ground = await groundNow(database, now);
    const time = timeOf(ground, now);
    const overlay: Overlay = {
      ...NO_OVERLAY,
      statements: [statementWith(ground, changes, time)],
    };
    const { rules } = wholeAfter(ground, overlay);
    const everybody = await database.getAll("people");
    const people = peopleChanges(
      everybody,
      everybody.map((one) => under(rules, one)),
    );
    const none = new Map<never, never>();
    const view = { people, aliases: none, handles: none, waiting: none, names: none };
    try {
      await write(database, { ground, overlay, view, now, time });
    } catch (error) {
      if (error instanceof Moved) return attempt();
      throw error;
    }
  };
  return inTurn(database, attempt);
}
