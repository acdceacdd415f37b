import type { PersonView } from "../../page.ts";
import { degreeWords, filled } from "../../words/words.ts";
import { appLink, picture, type Drawing } from "../drawing.ts";
import { el, emberId, onClick } from "../element.ts";

function row(drawing: Drawing, person: PersonView): HTMLElement {
  const { words } = drawing;
  const degree = degreeWords(person.degree, words);
  return el(
    "li",
    { class: "artdeco-list__item", id: emberId() },
    appLink(
      drawing,
      `/in/${person.memberId}`,
      { rel: "noopener" },
      el(
        "div",
        { class: "artdeco-entity-lockup" },
        picture(drawing, person, filled(words.profileOf, { name: person.name }), "small"),
        el(
          "div",
          { class: "artdeco-entity-lockup__content" },
          el(
            "div",
            { class: "artdeco-entity-lockup__title" },
            el("span", { dir: "ltr" }, person.name),
            el(
              "div",
              { class: "artdeco-entity-lockup__badge" },
              el("span", { class: "a11y-text" }, filled(words.degree, { n: degree })),
              el("span", { "aria-hidden": "true" }, `· ${degree}`),
            ),
          ),
          el("div", { class: "artdeco-entity-lockup__caption" }, person.headline),
        ),
      ),
    ),
  );
}

/** The list of who reacted, over the page. What they reacted to stands nowhere in it. */
function list(drawing: Drawing, people: readonly PersonView[]): HTMLElement {
  const outlet = el("div", { id: "artdeco-modal-outlet" });
  const close = el(
    "button",
    { class: "artdeco-modal__dismiss", type: "button", "aria-label": "Dismiss" },
    "×",
  );
  outlet.append(
    el(
      "div",
      { class: "artdeco-modal-overlay" },
      el(
        "div",
        {
          role: "dialog",
          class: `artdeco-modal social-details-reactors-modal ${drawing.names("artdeco-card dialog")}`,
        },
        onClick(close, () => outlet.remove()),
        el("div", { role: "tablist" }, el("button", { role: "tab" }, `All ${people.length}`)),
        el("ul", { class: "artdeco-list" }, ...people.map((person) => row(drawing, person))),
      ),
    ),
  );
  return outlet;
}

/** The number of reactions; a click on it opens the list of who reacted. */
export function reactionCount(
  drawing: Drawing,
  label: string,
  text: string,
  people: readonly PersonView[],
): HTMLElement {
  const count = el(
    "button",
    {
      "data-reaction-details": "",
      "aria-label": label,
      class: drawing.names("tiny-button"),
      type: "button",
    },
    el("span", { "aria-hidden": "true" }, text),
  );
  return onClick(count, () => {
    if (people.length > 0) document.body.append(list(drawing, people));
  });
}
