import { seenWork, shownCareer, shownName } from "../../domain/person/corrected.ts";
import type { PersonDetails } from "../../domain/directory/person-card.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text, type TextKey } from "../../words/text.ts";
import { TextChoice } from "../choices/text-choice.tsx";

interface PersonNamingProps {
  readonly id: PersonId;
  readonly details: PersonDetails;
  readonly onChange: () => void;
}

type ShownNaming = Readonly<Partial<Record<"name" | "company" | "title", string>>>;

const FIELDS = [
  ["name", "correctName"],
  ["company", "correctCompany"],
  ["title", "correctTitle"],
] as const satisfies readonly (readonly [keyof ShownNaming, TextKey])[];

/** What the person is called and does, in fields to correct it; emptying one goes back to what the site shows. */
export function PersonNaming({ id, details, onChange }: PersonNamingProps) {
  const { career, choices, seenName } = details;
  const seen: ShownNaming = { name: seenName, ...seenWork(career) };
  const person = { name: { value: seenName, at: 0 }, career, choices };
  const shown: ShownNaming = { name: shownName(person), ...seenWork(shownCareer(person)) };
  return (
    <section class="stack-tight">
      {FIELDS.map(([key, label]) => (
        <TextChoice
          key={key}
          id={id}
          name={`correct-${key}`}
          label={text(label)}
          value={shown[key] ?? ""}
          hint={
            shown[key] !== seen[key] && seen[key] !== undefined
              ? text("correctSeen", { shown: nameInSentence(seen[key]) })
              : undefined
          }
          made={(words) => ({
            choices: { [key]: words !== "" && words !== seen[key] ? { value: words } : {} },
          })}
          onChange={onChange}
        />
      ))}
      <p class="small soft">{text("correctHelp")}</p>
    </section>
  );
}
