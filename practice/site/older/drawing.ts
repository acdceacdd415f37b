import { classNames, type ClassNames } from "../styles/class-names.ts";
import type { Action, Outcome, PersonView, Settings } from "../page.ts";
import { degreeWords, filled, words, type Words } from "../words/words.ts";
import { el, emberId, marker, onClick } from "./element.ts";

/** What the older layout's parts need to be drawn. */
export interface Drawing {
  readonly names: ClassNames;
  readonly words: Words;
  readonly settings: Settings;
  readonly viewer: PersonView;
  readonly now: number;
  readonly act: (action: Action) => Promise<Outcome | undefined>;
  readonly go: (path: string) => void;
}

/** What stays the same for all drawings of a document. */
export function drawingTools(settings: Settings): Pick<Drawing, "names" | "words" | "settings"> {
  return { names: classNames("older", settings.seed), words: words(settings.lang), settings };
}

export function slugPath(person: PersonView): string {
  return `/in/${encodeURIComponent(person.slug)}`;
}

/** A profile address with the member id beside the slug. */
export function pairedPath(person: PersonView, family: "fs_miniProfile" | "fsd_profile"): string {
  return `${slugPath(person)}?miniProfileUrn=${encodeURIComponent(`urn:li:${family}:${person.memberId}`)}`;
}

/** A profile address that has only the member id. */
export function memberPath({ memberId }: PersonView): string {
  return `/in/${memberId}`;
}

/** A link as the older layout makes most of them. */
export function appLink(
  drawing: Drawing,
  href: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string | undefined)[]
): HTMLElement {
  const { class: more, ...rest } = attributes;
  return el(
    "a",
    {
      class: drawing.names(more ? `app-link ${more}` : "app-link"),
      ...rest,
      href,
      "data-test-app-aware-link": "",
    },
    ...children,
  );
}

/** A text for the eye and another for the ear. */
export function twice(shown: string, said: string): readonly HTMLElement[] {
  return [
    el("span", { "aria-hidden": "true" }, marker(), shown, marker()),
    el("span", { class: "visually-hidden" }, marker(), said, marker()),
  ];
}

export function picture(
  drawing: Drawing,
  person: PersonView,
  alt: string,
  size: "small" | "middle" | "large" = "middle",
): HTMLElement {
  const inside = person.photo
    ? el("img", {
        alt,
        id: emberId(),
        src: person.photo,
        class: drawing.names(`ivm-view-attr__img--centered picture ${size}`),
      })
    : el("div", { class: drawing.names(`ghost ${size}`) });
  return el(
    "div",
    { class: "ivm-image-view-model" },
    el("div", { class: "ivm-view-attr__img-wrapper" }, inside),
  );
}

/** The degree as search results show it: for the eye and for the ear. */
export function degreeBadge(drawing: Drawing, { degree, relation }: PersonView): HTMLElement {
  const { words: own } = drawing;
  const short = relation === "self" ? own.you : degreeWords(degree, own);
  return el(
    "span",
    { class: "image-text-lockup__text entity-result__badge-text" },
    ...twice(`• ${short}`, filled(own.degree, { n: short })),
  );
}

export function button(
  drawing: Drawing,
  text: string,
  label: string | undefined,
  more: Readonly<Record<string, string>> = {},
): HTMLElement {
  return el(
    "button",
    {
      "aria-label": label,
      id: emberId(),
      class: drawing.names("artdeco-button artdeco-button--2 artdeco-button--secondary button"),
      type: "button",
      ...more,
    },
    marker(),
    el("span", { class: "artdeco-button__text" }, marker(), text, marker()),
  );
}

/** Write, invite or wait: what can be done with a person. */
export function tieButton(drawing: Drawing, person: PersonView): HTMLElement | undefined {
  const { words: own, names } = drawing;
  const { relation, name, firstName } = person;
  if (relation === "self") return undefined;
  if (relation === "connected") {
    const made = button(drawing, own.message, filled(own.messageTo, { name: firstName }));
    return onClick(made, () =>
      document.dispatchEvent(new CustomEvent("practice-compose", { detail: person.memberId })),
    );
  }
  const waiting = (): HTMLElement => button(drawing, own.pending, `${own.pending}, ${name}`);
  if (relation === "sent") return waiting();
  const made = button(drawing, own.connect, filled(own.invite, { name }), {
    class: names("artdeco-button artdeco-button--2 button"),
  });
  return onClick(made, ({ target }) => {
    const pressed = target instanceof Element ? target.closest("button") : undefined;
    const choice: InviteRequest = {
      slug: person.slug,
      sent: () => pressed?.replaceWith(waiting()),
    };
    document.dispatchEvent(new CustomEvent("practice-invite", { detail: choice }));
  });
}

/** Whom somebody wants to invite, and what happens to the button once the invitation is sent. */
export interface InviteRequest {
  readonly slug: string;
  readonly sent: () => void;
}
