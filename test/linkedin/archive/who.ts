import type { Shape } from "./written/archive-variants.ts";
import type { WrittenNetwork, WrittenPerson } from "./written/written-network.ts";

export function profileUrl(slug: string): string {
  return `https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
}

/** Who can be meant by a name alone, worked out from the network. */
export interface Who {
  byName(person: WrittenPerson): "by-name" | "ambiguous" | "name-unknown";
  /** Whether a row about this person finds them, with an address or by name. */
  isResolved(person: WrittenPerson, hasAddress: boolean): boolean;
}

function hasAddress(person: WrittenPerson, shape: Shape): boolean {
  const { interactions, connectedAt } = person;
  if (shape.connectionUrls) return connectedAt !== undefined || interactions.length > 0;
  if (shape.messageUrls === "none") return false;
  return interactions.some(({ kind, direction, withNote }) => {
    const comesAsMessage =
      kind === "message" || kind === "inmail" || (withNote && connectedAt !== undefined);
    return comesAsMessage && direction === "in";
  });
}

/** The subject of what is stated of a name. */
export const nameSubjectOf = ({ name }: Pick<WrittenPerson, "name">): string =>
  `name:${name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase()}`;

export function who({ people }: WrittenNetwork, shape: Shape): Who {
  const namesakes = new Map<string, WrittenPerson[]>();
  for (const person of people) {
    const name = person.name.toLowerCase();
    namesakes.set(name, [...(namesakes.get(name) ?? []), person]);
  }
  const byName = (person: WrittenPerson): "by-name" | "ambiguous" | "name-unknown" => {
    const same = namesakes.get(person.name.toLowerCase()) ?? [];
    if (!same.some((one) => hasAddress(one, shape))) return "name-unknown";
    return same.length === 1 ? "by-name" : "ambiguous";
  };
  return {
    byName,
    isResolved: (person, isWithAddress) => isWithAddress || byName(person) === "by-name",
  };
}
