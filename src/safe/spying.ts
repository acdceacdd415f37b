/** The experiment: a script of the page spies on badges, then on the same words as ordinary text. */
import { type Heard, NOTHING_HEARD } from "./event-probe.ts";
import { type Learnt, probePage } from "./page-probes.ts";
import type { BadgeStage } from "./stage.ts";

const middle = (element: Element): readonly [number, number] => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};

/** A point in the glance card that is open under a badge. */
const underneath = (element: Element): readonly [number, number] => {
  const { x, bottom } = element.getBoundingClientRect();
  return [Math.round(x + 40), Math.round(bottom + 24)];
};

/** Spies on the badges of a stage, with the glance card of the first one open. */
export async function spyOnBadges(stage: BadgeStage, secrets: readonly string[]): Promise<Learnt> {
  await stage.openCard();
  const hosts = stage.hosts();
  const points = [...hosts.map(middle), ...hosts.slice(0, 1).map(underneath)];
  const learnt = await probePage(secrets, points);
  stage.closeCard();
  return learnt;
}

/** Spies on ordinary text. @param added a selector of the elements that hold it */
export async function spyOnText(added: string, secrets: readonly string[]): Promise<Learnt> {
  return probePage(secrets, [...document.querySelectorAll(added)].map(middle), added);
}

/** The secrets that were learned in any way. */
export function learnedSecrets(
  spied: Learnt,
  heard: Heard,
  secrets: readonly string[],
): readonly string[] {
  const { found, selected, read, atPoints, accessible } = spied;
  const told = [...found, ...selected, ...read, ...atPoints, ...heard.leaked];
  return secrets.filter(
    (secret) => told.includes(secret) || accessible.some((one) => one.includes(secret)),
  );
}

/** Whether a script can tell anything of what is drawn: words, or one state from another. */
export function isTold(spied: Learnt, heard: Heard = NOTHING_HEARD): boolean {
  const { found, selected, read, atPoints, accessible, sizes, styles, fonts } = spied;
  const words = [found, selected, read, atPoints, accessible, fonts, styles, heard.leaked];
  return words.some((one) => one.length > 0) || sizes.length > 1;
}
