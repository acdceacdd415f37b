/** Invented people for the page of pieces, one of each band. */
import { BANDS, type Band } from "../../src/domain/tie/band.ts";
import { tie } from "../../src/domain/tie/tie.ts";
import { tieSummary } from "../../src/domain/tie/tie-summary.ts";
import type { PersonId } from "../../src/domain/person/person.ts";
import type { ReadyRow } from "../../src/domain/directory/ready-row.ts";

const NAMES: Readonly<Record<Band, string>> = {
  close: "Ada Example",
  "in-touch": "Élodie Exemple",
  fading: "Omar Sample \u0639\u0645\u0631",
  dormant: "Maximiliane von Beispiel-Musterhausen zu Langenname",
  acquaintance: "佐藤 例",
  "not-talked": "Bo",
  unknown: "Zoë Sample",
};

/** Such people. */
export const people = (now: number): readonly ReadyRow[] =>
  BANDS.map((band, place) => ({
    id: `person-${place}` as PersonId,
    name: NAMES[band],
    headline: "Lighthouse keeper · Harbour Kites",
    ...(place === 1 && { note: "Plays the cello; sails on Sundays." }),
    tie: { ...tie(tieSummary([]), {}, now), band },
    reasons: [],
  }));
