/**
 * What the address of the page says: the section, then the view and the person, by ids alone. Browsers keep addresses, so no name and
 * no word that was searched for stands in one.
 */
import { useLayoutEffect, useState } from "preact/hooks";
import type { PersonId } from "../../domain/person/person.ts";

/** The sections of the page, in the order of the rail. */
export const SECTIONS = ["week", "people", "changes", "network", "data", "settings"] as const;

/** One of {@link SECTIONS}. */
export type Section = (typeof SECTIONS)[number];

/** Places without a way of their own in the rail: the page of one person, to which rows lead, and the questions about who is who. */
const INNER = ["person", "questions"] as const;

/** A section, or a place inside one. */
export type PlaceName = Section | (typeof INNER)[number];

/** A place in the page. */
export interface DashboardPlace {
  readonly section: PlaceName;
  /** Ids inside the section, in the order in which they lead further in. */
  readonly within: readonly string[];
}

/** Addresses that an earlier version, the popup or a bookmark may use. */
const EARLIER: Readonly<Record<string, Section>> = { balance: "network" };

const isPlace = (name: string): name is PlaceName =>
  ([...INNER, ...SECTIONS] as readonly string[]).includes(name);

/** The place that the part after `#` names; the data where it names none. */
export function placeInHash(hash: string): DashboardPlace {
  const [name = "", ...within] = hash.replace(/^#/, "").split("/");
  const section = isPlace(name) ? name : EARLIER[name];
  if (section === undefined) return { section: "data", within: [] };
  return { section, within: within.filter((id) => /^[\w-]+$/.test(id)) };
}

/** The part of the address that leads to a place, `#` included. */
export const hashOf = ({ section, within }: DashboardPlace): string =>
  `#${[section, ...within].join("/")}`;

/** The address of the page of one person. */
export const personHash = (id: PersonId): string => hashOf({ section: "person", within: [id] });

/** The place of the address, also after the user went back or changed it. */
export function usePlace(): DashboardPlace {
  const [place, setPlace] = useState(() => placeInHash(location.hash));
  // In the moment of the first look: a later listener would miss an address that changes meanwhile.
  useLayoutEffect(() => {
    const gone = new AbortController();
    window.addEventListener("hashchange", () => setPlace(placeInHash(location.hash)), {
      signal: gone.signal,
    });
    return () => gone.abort();
  }, []);
  return place;
}

/** Shows a place in the address without a new step on the way back. */
export function replacePlace(place: DashboardPlace): void {
  history.replaceState(null, "", hashOf(place));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}
