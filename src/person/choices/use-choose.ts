import { useCallback } from "preact/hooks";
import { type Act, useAct } from "../../components/acts/use-act.ts";
import type { Made } from "../../domain/records/made.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";

/** Stores what the user says about a person, and then tells of it. */
export async function storeChoice(id: PersonId, made: Made, onChange: () => void): Promise<void> {
  await askFromPage.choose({ id, made });
  onChange();
}

/** An act that stores what the user says about a person. Of two in a row both are stored, one after the other. */
export function useChoose(
  id: PersonId,
  onChange: () => void,
): readonly [Act, (made: Made) => void] {
  const act = useAct();
  const { runLatest } = act;
  const choose = useCallback(
    (made: Made) => runLatest(() => storeChoice(id, made, onChange)),
    [runLatest, id, onChange],
  );
  return [act, choose];
}
