import { type ComponentChildren, createContext } from "preact";
import { useMemo } from "preact/hooks";
import type { PersonId } from "../domain/person/person.ts";
import type { ReasonKind } from "../domain/person/sent-message.ts";
import { reasonKind } from "../domain/suggestions/reason-kind.ts";
import type { Week } from "../domain/week/week.ts";

/** Why people are suggested, by handle, where the page knows: replies are counted by that. */
export const Suggested = createContext<ReadonlyMap<PersonId, ReasonKind>>(new Map());

interface WhySuggestedProps {
  readonly week: Pick<Week, "reconnect" | "neverTalked"> | undefined;
  readonly children: ComponentChildren;
}

/** Tells everything inside, cards of persons as well, why the people of a week are suggested. */
export function WhySuggested({ week, children }: WhySuggestedProps) {
  const kinds = useMemo(
    () =>
      new Map(
        [...(week?.reconnect ?? []), ...(week?.neverTalked ?? [])].flatMap(({ id, reasons }) => {
          const why = reasonKind(reasons);
          return why === undefined ? [] : [[id, why] as const];
        }),
      ),
    [week],
  );
  return <Suggested.Provider value={kinds}>{children}</Suggested.Provider>;
}
