/**
 * A condition of the table in words, and its opposite.
 */
import type { Condition } from "../../domain/directory/people-table.ts";
import { durationText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";
import { bandText } from "../../words/tie-words.ts";

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
