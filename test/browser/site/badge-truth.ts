/**
 * What must be true of every badge at every moment: it stands beside the person it speaks of, and beside nobody twice.
 */
import type { ClosedRoot, Recording, Sight } from "../../../practice/browser/sight.ts";
import type { Network } from "../../../practice/network/network.ts";

/** A badge inside a heading or link is spoken for by an element of this size (CSS pixels) behind it, for screen readers alone. */
const SPOKEN_SIZE = 1;

/** Whether a root holds words for screen readers alone. */
export const isSpoken = ({ rect }: ClosedRoot): boolean =>
  rect.width === SPOKEN_SIZE && rect.height === SPOKEN_SIZE;

/** Whether a badge has the form that stands on profiles, by its size. */
export const isFull = ({ rect }: ClosedRoot): boolean => rect.width > 150;

/** The name a badge says it is about; `undefined` for roots that are no badge. */
export function nameOnBadge(root: ClosedRoot): string | undefined {
  if (isSpoken(root)) return undefined;
  return /^Tielight: \u2068(.*?)\u2069, /su.exec(root.label)?.[1];
}

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{Cf}\s]+/gu, " ")
    .trim();

/** Who an address of a profile leads to, by every address the network knows. */
function namesByAddress({ people, viewer }: Network): ReadonlyMap<string, string> {
  const names = new Map<string, string>([
    [viewer.slug.toLowerCase(), plain(viewer.name)],
    [viewer.memberId.toLowerCase(), plain(viewer.name)],
  ]);
  for (const { slug, memberId, formerSlugs, name } of people)
    for (const key of [slug, memberId, ...formerSlugs]) names.set(key.toLowerCase(), plain(name));
  return names;
}

function keyIn(href: string | null): string | undefined {
  const [, key] = /^https:\/\/www\.linkedin\.com\/in\/([^/?#]+)/.exec(href ?? "") ?? [];
  return key === undefined ? undefined : decodeURIComponent(key).normalize("NFC").toLowerCase();
}

/** What is wrong in one look at a page; empty when every badge speaks the truth. */
export function lies(sight: Sight, network: Network): readonly string[] {
  const names = namesByAddress(network);
  const badges = sight.roots.flatMap((root) => {
    const name = nameOnBadge(root);
    return name === undefined ? [] : [{ name: plain(name), near: root.near }];
  });
  const labels = sight.roots.filter((root) => !isSpoken(root)).map(({ label }) => label);
  const orphans = sight.roots.flatMap((root) =>
    isSpoken(root) && !labels.includes(root.label)
      ? [`"${root.label}" is spoken and stands on no badge at ${sight.url}`]
      : [],
  );
  const wrongNames = badges.flatMap(({ name, near }) => {
    const beside = plain(near.text);
    const linked = names.get(keyIn(near.href) ?? "");
    const wrong: string[] = [];
    if (!beside.includes(name))
      wrong.push(`a badge for ${name} stands beside "${beside.slice(0, 80)}" at ${sight.url}`);
    if (linked !== undefined && linked !== name)
      wrong.push(`a badge for ${name} stands at the link to ${linked} at ${sight.url}`);
    return wrong;
  });
  return [...wrongNames, ...orphans];
}

/** Profiles show their one person once: two full badges are one too many, and so is one for somebody else than the address names. */
export function liesOnProfile(sight: Sight, network: Network): readonly string[] {
  const names = namesByAddress(network);
  const expected = names.get(keyIn(sight.url) ?? "");
  const full = sight.roots.filter((root) => nameOnBadge(root) !== undefined && isFull(root));
  const wrong = full.flatMap((root) => {
    const name = plain(nameOnBadge(root) ?? "");
    return name === expected
      ? []
      : [`the badge of ${name} is on the page of ${expected ?? "nobody"} at ${sight.url}`];
  });
  return full.length > 1
    ? [...wrong, `${full.length} badges for one profile at ${sight.url}`]
    : wrong;
}

/** Everything wrong in a recording. */
export const liesIn = ({ seen }: Recording, network: Network): readonly string[] =>
  seen.flatMap((sight) => [...lies(sight, network), ...liesOnProfile(sight, network)]);

/** How close (CSS pixels) two badges for one person stand when they are of one card: on one line, a name apart. */
const ONE_LINE = 14;
const ONE_NAME = 200;

/** Badges that say the same about the same person in the same place. */
export function doubles({ roots, url }: Sight): readonly string[] {
  const badges = roots.flatMap(({ rect, ...root }) => {
    const name = nameOnBadge({ ...root, rect });
    return name === undefined || rect.width === 0 ? [] : [{ name, rect }];
  });
  return badges.flatMap(({ name, rect }, index) =>
    badges
      .slice(index + 1)
      .filter(
        (other) =>
          other.name === name &&
          Math.abs(other.rect.y - rect.y) < ONE_LINE &&
          Math.abs(other.rect.x - rect.x) < ONE_NAME,
      )
      .map(() => `two badges for ${name} at ${Math.round(rect.y)} px of ${url}`),
  );
}
