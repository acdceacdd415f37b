/**
 * What the pictures of the whole network are drawn from, out of what is kept ready: nobody's history is read.
 */
import { companyKey } from "../../domain/career/company-name.ts";
import { type NetworkMap, networkMap } from "../../domain/network/network-map.ts";
import { networkCounted, type NetworkSeen } from "../../domain/network/network.ts";
import type { WarmGroup } from "../../domain/network/warm-groups.ts";
import { shownCareer } from "../../domain/person/corrected.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { coverageEnd } from "../../domain/tie/coverage.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";
import { storedMonths } from "../derived/months.ts";
import { slices } from "../records/slices.ts";

/** What one of these people's own page or an archive calls a company where they were; a headline names none for certain. */
async function companyNames(
  database: HistoryDatabase,
  groups: readonly WarmGroup[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const { rowOf } = await everybody(database, now);
  const wanted = new Map<PersonId, Set<string>>();
  for (const { key, sample } of groups)
    wanted.set(sample, (wanted.get(sample) ?? new Set()).add(key));
  const subjects = [...wanted.keys()].flatMap((id) => rowOf(id)?.subject ?? []);
  const { store } = database.transaction("people");
  const people = await Promise.all(subjects.map((subject) => store.get(subject)));
  const names = new Map<string, string>();
  for (const person of people)
    for (const { company } of person === undefined ? [] : shownCareer(person)) {
      const key = company === undefined ? undefined : companyKey(company);
      if (company !== undefined && key !== undefined) names.set(key, company);
    }
  return names;
}

/** The network on the day of `now`. People who passed away are not counted. */
export async function storedNetwork(database: HistoryDatabase, now: number): Promise<NetworkSeen> {
  const { candidates, coverage } = await everybody(database, now);
  const pause = slices(undefined);
  const steps = networkCounted(
    candidates().filter(({ deceased }) => !deceased),
    coverage,
    now,
  );
  let step = steps.next();
  while (!step.done) {
    await pause();
    step = steps.next();
  }
  const network = step.value;
  const unnamed = [...network.pastCompanies, ...network.slipping].filter(
    ({ name }) => name === undefined,
  );
  const names = await companyNames(database, unnamed, now);
  const named = (groups: readonly WarmGroup[]) =>
    groups.flatMap((group) => {
      const name = group.name ?? names.get(group.key);
      return name === undefined ? [] : [{ ...group, name }];
    });
  return {
    ...network,
    pastCompanies: named(network.pastCompanies),
    slipping: named(network.slipping),
    months: await storedMonths(database),
    knownUntil: coverageEnd(coverage, now),
  };
}

/** The map of everybody on the day of `now`. */
export const storedNetworkMap = async (
  database: HistoryDatabase,
  now: number,
): Promise<NetworkMap> => networkMap((await everybody(database, now)).rows);
