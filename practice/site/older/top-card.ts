import type { PersonView, ProfilePage } from "../page.ts";
import { degreeWords, filled } from "../words/words.ts";
import { appLink, button, slugPath, tieButton, type Drawing } from "./drawing.ts";
import { el, emberId, marker, onClick, replacedWhole } from "./element.ts";

/** Name and degree. */
export function nameBlock(drawing: Drawing, person: PersonView): HTMLElement {
  const { names } = drawing;
  return el(
    "div",
    { class: names("name-block") },
    el(
      "span",
      {
        tabindex: "-1",
        id: emberId(),
        class: "artdeco-hoverable-trigger artdeco-hoverable-trigger--content-placed-bottom",
      },
      el(
        "a",
        {
          href: `${slugPath(person)}/overlay/about-this-profile/`,
          id: emberId(),
          class: `ember-view ${names("about-link")}`,
          "aria-label": person.name,
        },
        el("h1", { class: names("heading inline t-24 break-words") }, person.name),
      ),
      el(
        "div",
        { id: `artdeco-gen-${emberId().slice(5)}`, class: "ember-view" },
        el("div", { id: emberId(), class: "ember-view" }, marker()),
      ),
    ),
    person.relation === "self" ? undefined : degreeMark(drawing, person.degree),
  );
}

function degreeMark({ words }: Drawing, of: number): HTMLElement {
  const degree = degreeWords(of, words);
  return el(
    "span",
    { class: "distance-badge t-black--light" },
    el("span", { class: "visually-hidden" }, filled(words.degree, { n: degree })),
    el("span", { class: "dist-value", "aria-hidden": "true" }, degree),
  );
}

function mutualLine(
  drawing: Drawing,
  { person, mutual, mutualMore }: ProfilePage,
): HTMLElement | undefined {
  if (mutual.length === 0) return undefined;
  const { words } = drawing;
  const text = (): (Node | string)[] => [
    ...mutual.flatMap(({ name }, index) => [
      index > 0 ? ", " : "",
      el("strong", {}, marker(), ` ${name}`, marker()),
    ]),
    `, ${filled(words.others, { n: mutualMore })}`,
  ];
  const path = `/search/results/people/?facetNetwork=%5B%22F%22%5D&facetConnectionOf=${person.memberId}&origin=MEMBER_PROFILE_CANNED_SEARCH`;
  return appLink(
    drawing,
    path,
    { class: "inline-flex mutual" },
    el(
      "span",
      { class: "t-normal t-black--light" },
      el("span", { "aria-hidden": "true" }, ...text()),
      el("span", { class: "visually-hidden" }, ...text()),
    ),
  );
}

function incoming(drawing: Drawing, person: PersonView): HTMLElement[] {
  const { words, act } = drawing;
  const answer = (what: "accept" | "ignore", text: string, label: string): HTMLElement => {
    const made = button(drawing, text, filled(label, { name: person.name }));
    return onClick(replacedWhole(made), () => {
      void act({ what, slug: person.slug }).then(() => {
        if (what === "accept")
          made
            .closest("section")
            ?.querySelector(".distance-badge")
            ?.replaceWith(degreeMark(drawing, 1));
        const next = tieButton(drawing, {
          ...person,
          relation: what === "accept" ? "connected" : "none",
        });
        made.parentElement?.replaceChildren(...(next ? [next] : []));
      });
    });
  };
  return [
    answer("accept", words.accept, words.acceptOf),
    answer("ignore", words.ignore, words.ignoreOf),
  ];
}

function moreMenu(drawing: Drawing): HTMLElement {
  return el(
    "div",
    { id: emberId(), class: "artdeco-dropdown artdeco-dropdown--placement-bottom ember-view" },
    el(
      "button",
      {
        "aria-expanded": "false",
        "aria-label": `${drawing.words.more} actions`,
        id: `${emberId()}-profile-overflow-action`,
        class: drawing.names("artdeco-dropdown__trigger artdeco-button button"),
        type: "button",
        tabindex: "0",
      },
      el("span", {}, drawing.words.more),
    ),
    el("div", {
      tabindex: "-1",
      "aria-hidden": "true",
      id: emberId(),
      class: "artdeco-dropdown__content ember-view",
    }),
  );
}

/** Everything of the top card below the name. */
export function topCardRest(
  drawing: Drawing,
  page: ProfilePage,
): readonly (HTMLElement | undefined)[] {
  const { names, words } = drawing;
  const { person } = page;
  return [
    el(
      "div",
      {
        class: names("text-body-medium break-words"),
        "data-generated-suggestion-target": "urn:li:fsu_profileActionDelegate:-1",
      },
      person.headline,
    ),
    el(
      "ul",
      { class: names("organisations") },
      el(
        "li",
        {},
        el(
          "button",
          { class: "text-align-left", "aria-label": person.company, type: "button" },
          el("img", { alt: "", id: emberId(), class: "evi-image ember-view" }),
          el(
            "span",
            { class: names("hoverable-link-text") },
            el("div", { dir: "ltr", tabindex: "-1" }, person.company),
          ),
        ),
      ),
    ),
    el(
      "div",
      { class: names("place-row mt2") },
      el("span", { class: names("text-body-small inline") }, person.location),
      el(
        "span",
        { class: names("contact t-black--light") },
        el(
          "a",
          {
            href: `${slugPath(person)}/overlay/contact-info/`,
            id: "top-card-text-details-contact-info",
            class: "ember-view link-without-visited-state",
          },
          words.contact,
        ),
      ),
    ),
    el(
      "ul",
      { class: names("counts") },
      el(
        "li",
        { class: names("text-body-small") },
        el(
          "a",
          {
            href: `/search/results/people/?connectionOf=[%22${person.memberId}%22]&network=%5B%22F%22%2C%22S%22%5D&origin=MEMBER_PROFILE_CANNED_SEARCH`,
            id: emberId(),
            class: "ember-view",
          },
          el(
            "span",
            { class: names("link-without-visited-state") },
            el("span", { class: "t-bold" }, `${200 + (person.memberNumber % 300)}+`),
            ` ${words.connections}`,
          ),
        ),
      ),
    ),
    mutualLine(drawing, page),
    el(
      "div",
      { class: names("actions") },
      person.relation === "self"
        ? el(
            "a",
            {
              href: `${slugPath(person)}/edit/intro/`,
              id: emberId(),
              class: names("ember-view button"),
            },
            "Edit",
          )
        : undefined,
      ...(person.relation === "received"
        ? incoming(drawing, person)
        : [tieButton(drawing, person)]),
      person.relation === "self" ? undefined : moreMenu(drawing),
    ),
  ];
}
