import { inTouchElsewhereAt } from "../../domain/person/by-hand.ts";
import type { Choices } from "../../domain/person/person.ts";
import type { Made } from "../../domain/records/made.ts";
import type { Tie } from "../../domain/tie/tie.ts";
import { dayText } from "../../words/moments.ts";
import { text, type TextKey } from "../../words/text.ts";

/** Something the user can say about a person, which then stands on the card with the way back. */
interface StandingChoice {
  readonly key: string;
  readonly is: (choices: Choices, now: number) => boolean;
  /** What saying it is called in the menu; absent where it is said elsewhere. */
  readonly set?: TextKey;
  readonly made: (at: number) => Made;
  /** Absent where the card says it above. */
  readonly says: (
    choices: Choices,
    now: number,
    tie: Pick<Tie, "elsewhereAt">,
  ) => string | undefined;
  readonly back: TextKey;
  readonly undone: Made;
}

/** See {@link StandingChoice}. */
export const STANDINGS: readonly StandingChoice[] = [
  {
    key: "elsewhere",
    is: (choices) => inTouchElsewhereAt(choices) !== undefined,
    set: "choiceElsewhere",
    made: (at) => ({ choices: { inTouchElsewhere: { value: at } } }),
    says: (choices, now, { elsewhereAt }) =>
      elsewhereAt === undefined
        ? text("choiceElsewhereSince", { day: dayText(inTouchElsewhereAt(choices) ?? now, now) })
        : undefined,
    back: "choiceNotElsewhere",
    undone: { choices: { inTouchElsewhere: {} } },
  },
  {
    key: "later",
    is: ({ snoozedUntil }, now) => (snoozedUntil?.value ?? -Infinity) > now,
    made: () => ({}),
    says: ({ snoozedUntil }, now) =>
      text("choicePutOff", { day: dayText(snoozedUntil?.value ?? now, now) }),
    back: "choiceNow",
    undone: { choices: { snoozedUntil: {} } },
  },
  {
    key: "muted",
    is: ({ muted }) => muted?.value === true,
    set: "actionNever",
    made: () => ({ choices: { muted: { value: true } } }),
    says: () => text("choiceNeverMeans"),
    back: "choiceSuggestAgain",
    undone: { choices: { muted: {} } },
  },
  {
    key: "suggested",
    is: ({ muted }) => muted?.value === false,
    made: () => ({}),
    says: () => text("choiceSuggestedMeans"),
    back: "choiceFollowRules",
    undone: { choices: { muted: {} } },
  },
  {
    key: "deceased",
    is: ({ deceased }) => deceased?.value === true,
    set: "choiceDeceased",
    made: () => ({ choices: { deceased: { value: true } } }),
    says: () => text("choiceDeceasedMeans"),
    back: "choiceNotDeceased",
    undone: { choices: { deceased: {} } },
  },
];

interface PersonStandingProps {
  readonly choices: Choices;
  readonly tie: Pick<Tie, "elsewhereAt">;
  readonly now: number;
  readonly onChoose: (made: Made) => void;
}

/** What the user said of a person and still holds, each with the way back. */
export function PersonStanding({ choices, tie, now, onChoose }: PersonStandingProps) {
  const held = STANDINGS.filter(({ is }) => is(choices, now));
  if (held.length === 0) return null;
  return (
    <ul class="standing small">
      {held.map(({ key, says, back, undone }) => {
        const said = says(choices, now, tie);
        return (
          <li key={key}>
            {said !== undefined && <span class="soft">{said}</span>}
            <button type="button" class="button quiet small" onClick={() => onChoose(undone)}>
              {text(back)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
