/**
 * An invented network as a history that Tielight can restore: what somebody has who used it for years.
 */
import type { ExportedHistory, ExportedPerson } from "../src/domain/exported-history.ts";
import { union } from "../src/domain/history.ts";
import type { Interaction } from "../src/domain/interaction.ts";
import type { Alias } from "../src/domain/person.ts";
import type { Network, InventedPerson } from "./network/network.ts";

const DAY_MS = 86_400_000;
const SOURCE = "archive:sample" as const;

const aliasesOf = ({
  slug,
  memberId,
}: Pick<InventedPerson, "slug" | "memberId">): readonly Alias[] =>
  [`member:${memberId}` as const, `slug:${slug}` as const].sort();

function interactionsOf(person: InventedPerson): readonly Interaction[] {
  const known = person.interactions.filter(({ kind }) => kind !== "connected");
  const passed = known.map(
    ({ kind, direction, at, conversationId, postId, groupSize, withNote }): Interaction => {
      const ref = conversationId ?? postId;
      return {
        kind,
        direction,
        from: at,
        to: at,
        ...(ref !== undefined && { ref }),
        ...(groupSize !== undefined && groupSize > 1 && { groupSize }),
        ...(withNote && { withNote }),
        sources: [SOURCE],
      };
    },
  );
  if (person.connectedAt === undefined) return union(passed, []);
  const day = Math.floor(person.connectedAt / DAY_MS) * DAY_MS;
  return union(passed, [
    { kind: "connected", direction: "both", from: day, to: day + DAY_MS - 1, sources: [SOURCE] },
  ]);
}

/** The history of the network's owner, made at `now`: connections, and everybody something passed with. */
export function sampleHistory(network: Network, now: number): ExportedHistory {
  const people = network.people
    .filter((person) => person.connectedAt !== undefined || person.interactions.length > 0)
    .map((person): ExportedPerson => ({
      aliases: aliasesOf(person),
      name: { value: person.name, at: now },
      career: person.career.map(({ company, title, from: at, until = now }) => ({
        company,
        title,
        at,
        until,
      })),
      choices: {},
      interactions: interactionsOf(person),
      deleted: [],
      visits: [],
    }));
  const from = people
    .flatMap(({ interactions }) => interactions)
    .reduce((earliest, one) => Math.min(earliest, one.from), now);
  return {
    format: "tielight-history",
    version: 1,
    exportedAt: now,
    owner: { aliases: aliasesOf(network.viewer), name: network.viewer.name },
    coverage: {
      archives: [
        { from, to: now, kinds: ["message", "inmail", "invitation", "connected", "endorsement"] },
      ],
    },
    people,
  };
}
