/**
 * A condition of the table in words, and its opposite.
 */
import type { Condition, DaysRange } from "../../domain/directory/people-table.ts";
import { durationText } from "../../words/moments.ts";
import { text, type TextKey } from "../../words/text.ts";
import { bandText } from "../../words/tie-words.ts";

/** What is said of days from one number to another, and where they begin with today. */
interface RangeWords {
  readonly between: TextKey<{ from: string; to: string }>;
  readonly upTo: TextKey<{ to: string }>;
}

const SILENT: RangeWords = { between: "chipSilence", upTo: "chipSilenceUpTo" };
const SILENT_NOT: RangeWords = { between: "chipNotSilence", upTo: "chipNotSilenceUpTo" };
const KNOWN: RangeWords = { between: "chipTieAge", upTo: "chipTieAgeUpTo" };
const KNOWN_NOT: RangeWords = { between: "chipNotTieAge", upTo: "chipNotTieAgeUpTo" };

function rangeText([from, to]: DaysRange, { between, upTo }: RangeWords): string {
  return from === 0
    ? text(upTo, { to: durationText(to) })
    : text(between, { from: durationText(from), to: durationText(to) });
}

/** "At Example Ltd", "Not tagged choir". */
export function conditionText(condition: Condition): string {
  const isNot = condition.not === true;
  switch (condition.of) {
    case "band":
      return text(isNot ? "chipNotBand" : "chipBand", { band: bandText(condition.is) });
    case "field":
      if (condition.is === "unknown")
        return text(isNot ? "chipNotFieldUnknown" : "chipFieldUnknown");
      return text(isNot ? "chipNotField" : "chipField", { field: text(`field_${condition.is}`) });
    case "company":
      return text(isNot ? "chipNotCompany" : "chipCompany", { company: condition.is });
    case "tag":
      return text(isNot ? "chipNotTag" : "chipTag", { tag: condition.is });
    case "silent":
      return text(isNot ? "chipNotSilent" : "chipSilent", { duration: durationText(condition.is) });
    case "silence":
      if (condition.is === "never") return text(isNot ? "chipNotNever" : "chipNever");
      return rangeText(condition.is, isNot ? SILENT_NOT : SILENT);
    case "tie-age":
      return rangeText(condition.is, isNot ? KNOWN_NOT : KNOWN);
    case "past-company":
      return text(isNot ? "chipNotPastCompany" : "chipPastCompany", { company: condition.is });
    case "overdue":
      return text(isNot ? "chipNotOverdue" : "filterLate");
    case "two-way":
      return text(isNot ? "chipNotTwoWay" : "filterTwoWay");
    case "muted":
      return text(isNot ? "chipNotMuted" : "chipMuted");
    case "untracked":
      return text(isNot ? "chipNotUntracked" : "chipUntracked");
  }
}
