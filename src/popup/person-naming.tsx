import { useState } from "preact/hooks";
import { seenWork, shownCareer, shownName } from "../domain/corrected.ts";
import type { Choices, PersonId } from "../domain/person.ts";
import type { PersonDetails } from "../domain/person-card.ts";
import { askFromPage } from "../messages.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text, type TextKey } from "../words/text.ts";

interface PersonNamingProps {
  readonly id: PersonId;
  readonly details: PersonDetails;
  readonly onChange: () => void;
}

type Shown = Readonly<Partial<Record<"name" | "company" | "title", string>>>;

const FIELDS = [
  ["name", "correctName"],
  ["company", "correctCompany"],
  ["title", "correctTitle"],
] as const satisfies readonly (readonly [keyof Choices, TextKey])[];

/** What the person is called and does, in fields to put it right; emptying one goes back to what the site shows. */
export function PersonNaming({ id, details, onChange }: PersonNamingProps) {
  const [kept, setKept] = useState(false);
  const { career, choices, seenName } = details;
  const seen: Shown = { name: seenName, ...seenWork(career) };
  const person = { name: { value: seenName, at: 0 }, career, choices };
  const shown: Shown = { name: shownName(person), ...seenWork(shownCareer(person)) };
  const keep = (key: (typeof FIELDS)[number][0], written: string) => {
    const value = written.trim();
    const at = Date.now();
    const isOwn = value !== "" && value !== seen[key];
    setKept(false);
    void askFromPage.choose({ id, choices: { [key]: isOwn ? { value, at } : { at } } }).then(() => {
      setKept(true);
      onChange();
    });
  };
  return (
    <section class="stack-tight">
      {FIELDS.map(([key, label]) => (
        <label class="field" key={key}>
          <span>{text(label)}</span>
          <input
            type="text"
            name={`correct-${key}`}
            dir="auto"
            maxLength={500}
            defaultValue={shown[key] ?? ""}
            onChange={({ currentTarget }) => keep(key, currentTarget.value)}
          />
          {shown[key] !== seen[key] && seen[key] !== undefined && (
            <small class="soft">{text("correctSeen", nameInSentence(seen[key]))}</small>
          )}
        </label>
      ))}
      <p class="small soft">{text("correctHelp")}</p>
      <p class="small soft" role="status">
        {kept && text("wishKept")}
      </p>
    </section>
  );
}
