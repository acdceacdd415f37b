import type { PersonView } from "../page.ts";
import { filled } from "../words/words.ts";
import {
  appLink,
  picture,
  slugPath,
  tieButton,
  type Drawing,
  type InviteRequest,
} from "./drawing.ts";
import { el, onClick } from "./element.ts";

/** The bar on top, with the viewer's picture. */
export function globalNav(drawing: Drawing): HTMLElement {
  const { names, words, viewer, go } = drawing;
  const links: readonly (readonly [string, string])[] = [
    ["/feed/", words.home],
    ["/mynetwork/grow/", words.network],
    ["/mynetwork/invite-connect/connections/", words.connections],
    ["/messaging/", words.messaging],
    ["/notifications/", words.notifications],
    ["/m/logout/", words.signOut],
  ];
  const field = el("input", {
    class: names("search-field"),
    name: "keywords",
    type: "search",
    "aria-label": "Search",
    placeholder: "Search people",
  });
  const form = el("form", { class: names("global-nav__search"), role: "search" }, field);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field instanceof HTMLInputElement)
      go(`/search/results/people/?keywords=${encodeURIComponent(field.value)}`);
  });
  return el(
    "header",
    { id: "global-nav", class: names("global-nav header") },
    el(
      "div",
      { class: names("global-nav__content primary") },
      form,
      el(
        "nav",
        { class: names("global-nav__nav meta") },
        ...links.map(([path, text]) =>
          appLink(drawing, path, { class: "global-nav__primary-link nav-link" }, text),
        ),
        el(
          "button",
          { class: names("global-nav__me tiny-button"), type: "button" },
          el("img", {
            class: names("global-nav__me-photo picture small"),
            src: viewer.photo ?? "/media/portrait/0.svg",
            alt: viewer.name,
          }),
        ),
      ),
    ),
  );
}

/** The card about a person that opens while the pointer rests on the name. */
export function hoverCard(drawing: Drawing, person: PersonView): HTMLElement {
  const { names } = drawing;
  return el(
    "div",
    { class: names("artdeco-hoverable-content artdeco-card hover-card meta"), role: "dialog" },
    appLink(drawing, `${slugPath(person)}/`, {}, picture(drawing, person, person.name)),
    el(
      "div",
      { class: names("grow") },
      appLink(drawing, `${slugPath(person)}/`, {}, el("span", { class: "t-bold" }, person.name)),
      el("div", { class: names("t-12") }, person.headline),
      tieButton(drawing, person),
    ),
  );
}

/** Asks before an invitation is sent. */
export function inviteDialog(
  { names, words, act }: Drawing,
  { slug, sent }: InviteRequest,
): HTMLElement {
  const dialog = el(
    "div",
    { role: "dialog", class: names("artdeco-modal send-invite artdeco-card dialog") },
    el("p", {}, filled(words.invite, { name: slug })),
  );
  const send = el(
    "button",
    {
      class: names("artdeco-button artdeco-button--primary button"),
      type: "button",
      "aria-label": words.noNote,
    },
    words.noNote,
  );
  dialog.append(
    onClick(send, () => {
      void act({ what: "invite", slug }).then(() => {
        dialog.remove();
        sent();
      });
    }),
  );
  return dialog;
}
