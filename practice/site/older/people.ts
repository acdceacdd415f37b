import type { PeoplePage, PersonRow } from "../page.ts";
import { degreeWords, filled } from "../words/words.ts";
import {
  appLink,
  button,
  degreeBadge,
  memberPath,
  pairedPath,
  picture,
  slugPath,
  tieButton,
  twice,
  type Drawing,
} from "./drawing.ts";
import { insights } from "./insights.ts";
import { invitationCard } from "./invitation-card.ts";
import { el, emberId, marker } from "./element.ts";

/** A result of people search; followers and following look the same but name people by member id only. */
export function searchCard(drawing: Drawing, row: PersonRow, byMember: boolean): HTMLElement {
  const { names, words } = drawing;
  const { person } = row;
  const path = byMember ? memberPath(person) : pairedPath(person, "fs_miniProfile");
  const presence = person.memberNumber % 3 === 0 ? words.online : words.offline;
  return el(
    "li",
    { class: names("result-item") },
    el(
      "div",
      {
        class: names("result"),
        "data-chameleon-result-urn": byMember ? undefined : `urn:li:member:${person.memberNumber}`,
        "data-view-name": "search-entity-result-universal-template",
      },
      el(
        "div",
        { class: names("linked-area meta") },
        appLink(
          drawing,
          path,
          { class: "scale-down", "aria-hidden": "false", tabindex: "0" },
          el(
            "div",
            { class: "presence-entity" },
            picture(drawing, person, person.name),
            el(
              "div",
              { class: "presence-entity__indicator" },
              el("span", { class: "visually-hidden" }, presence),
            ),
          ),
        ),
        el(
          "div",
          { class: names("grow") },
          el(
            "span",
            { class: names("t-16 t-bold") },
            appLink(
              drawing,
              path,
              {},
              el(
                "span",
                { dir: "ltr" },
                ...twice(person.name, filled(words.profileOf, { name: person.name })),
              ),
            ),
            el("span", { class: names("entity-result__badge t-14") }, degreeBadge(drawing, person)),
          ),
          el(
            "span",
            { "aria-hidden": "true", class: names("entity-result__badge-overflow gone") },
            degreeBadge(drawing, person),
          ),
          el("div", { class: names("t-14 t-black") }, marker(), person.headline, marker()),
          el("div", { class: names("t-14 t-12") }, marker(), person.location, marker()),
          insights(drawing, row, person),
        ),
        el(
          "div",
          { class: names("actions") },
          byMember ? button(drawing, words.following, undefined) : tieButton(drawing, person),
        ),
      ),
    ),
  );
}

function connectionCard(drawing: Drawing, { person, when }: PersonRow): HTMLElement {
  const { names, words } = drawing;
  return el(
    "li",
    { class: names("mn-connection-card artdeco-list meta result") },
    el(
      "a",
      {
        href: `${slugPath(person)}/`,
        id: emberId(),
        class: "ember-view mn-connection-card__picture",
      },
      el("span", { class: "visually-hidden" }, filled(words.profileOf, { name: person.name })),
      picture(drawing, person, person.name),
    ),
    el(
      "div",
      { class: names("mn-connection-card__details grow") },
      el(
        "a",
        {
          href: `${slugPath(person)}/`,
          id: emberId(),
          class: "ember-view mn-connection-card__link",
        },
        el("span", { class: names("mn-connection-card__name t-bold") }, person.name),
        el("span", { class: names("mn-connection-card__occupation t-12 block") }, person.headline),
      ),
      el("time", { class: names("time-badge t-12") }, when ?? ""),
    ),
    tieButton(drawing, person),
  );
}

function companyCard(drawing: Drawing, { person }: PersonRow, index: number): HTMLElement {
  const { names, words } = drawing;
  if (index % 9 === 8) {
    return el(
      "li",
      { class: names("grid-card") },
      el(
        "section",
        { class: names("artdeco-card") },
        el("div", { class: names("ghost middle") }),
        el("div", { class: names("t-bold") }, words.hidden),
        el("div", { class: names("t-12") }, person.headline),
      ),
    );
  }
  const path = pairedPath(person, "fs_miniProfile");
  const degree = degreeWords(person.degree, words);
  const line = (text: string): HTMLElement =>
    el("div", { id: emberId(), class: "ember-view lt-line-clamp" }, text);
  return el(
    "li",
    { class: names("grid-card") },
    el(
      "section",
      { class: names("artdeco-card full-width") },
      el(
        "div",
        { class: "org-people-profile-card__profile-info" },
        el(
          "div",
          {
            id: emberId(),
            class: "artdeco-entity-lockup artdeco-entity-lockup--stacked-center ember-view",
          },
          el(
            "div",
            { id: emberId(), class: "artdeco-entity-lockup__image ember-view", type: "circle" },
            appLink(
              drawing,
              path,
              { id: `org-people-profile-card__profile-image-${index}` },
              picture(drawing, person, person.name),
            ),
          ),
          el(
            "div",
            { id: emberId(), class: "artdeco-entity-lockup__content ember-view" },
            el(
              "div",
              { id: emberId(), class: "artdeco-entity-lockup__title ember-view" },
              appLink(
                drawing,
                path,
                {
                  class: "link-without-visited-state",
                  "aria-label": filled(words.profileOf, { name: person.name }),
                },
                line(person.name),
              ),
            ),
            el(
              "div",
              { id: emberId(), class: "artdeco-entity-lockup__badge ember-view" },
              el("span", { class: "a11y-text" }, filled(words.degree, { n: degree })),
              el(
                "span",
                { class: names("artdeco-entity-lockup__degree t-12"), "aria-hidden": "true" },
                `· ${degree}`,
              ),
            ),
            el(
              "div",
              { id: emberId(), class: "artdeco-entity-lockup__subtitle ember-view" },
              el("div", { class: names("t-12") }, line(person.headline)),
            ),
          ),
        ),
      ),
      el("footer", { class: "ph3 pb3" }, tieButton(drawing, person)),
    ),
  );
}

/** One row of a list of people. */
export function personRow(
  drawing: Drawing,
  surface: PeoplePage["surface"],
  row: PersonRow,
  index: number,
): HTMLElement {
  if (surface === "connections") return connectionCard(drawing, row);
  if (surface === "received" || surface === "grow") return invitationCard(drawing, row, "received");
  if (surface === "sent") return invitationCard(drawing, row, "sent");
  if (surface === "company") return companyCard(drawing, row, index);
  return searchCard(drawing, row, surface === "followers" || surface === "following");
}
