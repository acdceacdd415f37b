import type { PersonView, ProfilePage } from "../page.ts";
import { appLink, pairedPath, picture, twice, type Drawing } from "./drawing.ts";
import { el, marker } from "./element.ts";
import { post } from "./feed/post.ts";
import { skeleton } from "./skeleton.ts";
import { nameBlock, topCardRest } from "./top-card.ts";

function rail(drawing: Drawing, people: readonly PersonView[]): HTMLElement {
  const { names, words } = drawing;
  return el(
    "aside",
    { class: names("artdeco-card rail scaffold-layout__aside") },
    el("h2", { class: names("title") }, ...twice(words.moreProfiles, words.moreProfiles)),
    el(
      "ul",
      {},
      ...people.map((person) =>
        el(
          "li",
          { class: names("rail-row") },
          appLink(
            drawing,
            pairedPath(person, "fsd_profile"),
            {},
            picture(drawing, person, person.name, "small"),
          ),
          el(
            "div",
            { class: names("grow") },
            appLink(
              drawing,
              pairedPath(person, "fsd_profile"),
              {},
              el("div", { class: names("t-bold") }, ...twice(person.name, person.name)),
            ),
            el("div", { class: names("t-12") }, person.headline),
          ),
        ),
      ),
    ),
  );
}

/** A profile of the older layout; heading and rest may be of two people for a moment. */
export function profile(
  drawing: Drawing,
  heading: ProfilePage | undefined,
  rest: ProfilePage | undefined,
): HTMLElement {
  const { names, words } = drawing;
  const subject = heading?.person ?? rest?.person;
  return el(
    "div",
    { class: names("columns") },
    el(
      "main",
      { class: names("scaffold-layout__main column"), "aria-label": subject?.name },
      el(
        "section",
        {
          class: names("artdeco-card top"),
          "data-member-id": subject ? String(subject.memberNumber) : undefined,
        },
        marker(),
        el("div", { class: names("top-card-background-hero-image cover") }),
        el(
          "div",
          { class: names("ph5 pb5") },
          heading
            ? el(
                "div",
                { class: names("display-flex") },
                el(
                  "div",
                  { class: "pv-top-card__non-self-photo-wrapper ml0" },
                  el(
                    "button",
                    {
                      class: names("portrait pv-top-card-profile-picture__container"),
                      "aria-label": "open profile picture",
                      type: "button",
                    },
                    picture(drawing, heading.person, heading.person.name, "large"),
                  ),
                ),
              )
            : undefined,
          el(
            "div",
            { class: names("mt2 relative") },
            heading ? nameBlock(drawing, heading.person) : skeleton(drawing, 2),
            ...(rest ? topCardRest(drawing, rest) : [skeleton(drawing, 4)]),
          ),
        ),
        el("div", { id: "profile-sticky-header-toggle" }),
      ),
      rest
        ? el(
            "section",
            { class: names("artdeco-card") },
            el("div", { id: "experience" }),
            el("h2", { class: names("title") }, ...twice(words.experience, words.experience)),
            el(
              "ul",
              {},
              ...rest.jobs.map(({ company, title, span }) =>
                el(
                  "li",
                  { class: names("job") },
                  el("div", { class: "t-bold" }, ...twice(title, title)),
                  el("span", {}, ...twice(company, company)),
                  el("span", { class: names("t-12") }, ...twice(span, span)),
                ),
              ),
            ),
          )
        : undefined,
      rest
        ? el(
            "section",
            { class: names("artdeco-card") },
            el("h2", { class: names("title") }, ...twice(words.activity, words.activity)),
            ...rest.posts.map((one) => post(drawing, one, false)),
          )
        : undefined,
    ),
    rest ? rail(drawing, rest.rail) : undefined,
  );
}
