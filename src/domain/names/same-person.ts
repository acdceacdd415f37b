/**
 * Which statements are about the same person: those that share a name of any kind, directly or through others.
 */

/**
 * Groups indexes of the given sets so that sets with a common member, also through a chain of others, are together.
 *
 * @returns the groups in order of their first index, each with its indexes ascending
 */
export function samePerson(sets: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const parent = sets.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let above = parent[at] ?? at; above !== at; above = parent[at] ?? at) at = above;
    parent[index] = at;
    return at;
  };
  const firstWith = new Map<string, number>();
  sets.forEach((members, index) => {
    for (const member of members) {
      const first = firstWith.get(member);
      if (first === undefined) firstWith.set(member, index);
      else {
        const [low, high] = [root(first), root(index)].sort((a, b) => a - b) as [number, number];
        parent[high] = low;
      }
    }
  });
  const groups = new Map<number, number[]>();
  sets.forEach((_, index) => {
    const key = root(index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return [...groups.values()];
}
