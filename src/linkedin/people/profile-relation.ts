/**
 * How the user stands to the person of a profile, from which links and buttons are there, never from their words.
 */
import type { Alias } from "../../domain/person/person.ts";
import { aliasesFromUrl } from "../address/urls.ts";
import type { Degree } from "../languages/degree.ts";

/**
 * - `connectable`: an invitation can be sent
 * - `invited`: the user's invitation waits
 * - `inviting`: the person's invitation waits for an answer
 */
export type Relation = "self" | "connected" | "connectable" | "invited" | "inviting" | "unknown";

/** What a top card offers to do. */
export interface ProfileActions {
  /** A link to edit this very profile. */
  readonly edit: boolean;
  readonly compose: boolean;
  /** A message to this very person. */
  readonly message: boolean;
  /** An invitation link to this very person. */
  readonly invite: boolean;
  /** A key of a sent invitation (newer layout, October 2026). */
  readonly pendingKey: boolean;
  /** Exactly two labelled buttons, then one that opens a menu: an invitation to answer (June 2026). */
  readonly answerButtons: boolean;
  readonly degree?: Degree;
}

const COMPOSE = 'a[href*="/messaging/compose"]';

/** The actions of a top card. */
export function profileActions(
  card: Element,
  aliases: readonly Alias[],
  degree: Degree | undefined,
): ProfileActions {
  const leadsThere = (link: Element): boolean =>
    aliasesFromUrl(link.getAttribute("href") ?? "").some((alias) => aliases.includes(alias));
  const links = (selector: string): readonly Element[] => [...card.querySelectorAll(selector)];
  const keys = [...card.querySelectorAll('[componentkey*="state:invitation:"]')];
  return {
    edit: links('a[href*="/edit/"]').some(leadsThere),
    compose: links(COMPOSE).length > 0,
    message: links(COMPOSE).some(leadsThere),
    invite: links('a[href*="custom-invite"]').some(leadsThere),
    pendingKey: keys.some((element) =>
      (element.getAttribute("componentkey") ?? "").endsWith("_pending"),
    ),
    answerButtons: [...card.querySelectorAll("button[aria-expanded]:not([aria-label])")].some(
      followsTwoLabelled,
    ),
    ...(degree === undefined ? {} : { degree }),
  };
}

/**
 * The relation those actions amount to. A card that offers both what is for its owner and what is for everybody else contradicts
 * itself. A degree of 1 is no contradiction: the newer layout draws one that is hidden by its style sheet.
 */
export function relationOnProfile(actions: ProfileActions): Relation {
  const { degree = 0 } = actions;
  const isTied = actions.invite || actions.message || actions.pendingKey || degree > 1;
  if (actions.edit) return isTied ? "unknown" : "self";
  if (actions.pendingKey) return "invited";
  if (actions.invite) return "connectable";
  if (actions.degree === 1) return "connected";
  if (actions.answerButtons && !actions.compose) return "inviting";
  return "unknown";
}

function followsTwoLabelled(menu: Element): boolean {
  const row = menu.parentElement;
  const buttons = row === null ? [] : [...row.querySelectorAll("button")];
  return buttons.length === 3 && buttons[2] === menu && buttons.slice(0, 2).every(isLabelled);
}

const isLabelled = (button: Element): boolean => button.hasAttribute("aria-label");
