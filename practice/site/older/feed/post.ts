import type { PersonView, PostView } from "../../page.ts";
import { commentsWords, degreeWords, filled } from "../../words/words.ts";
import { comments } from "./comments.ts";
import { appLink, pairedPath, picture, slugPath, twice, type Drawing } from "../drawing.ts";
import { reactions } from "./reactions.ts";
import { reactionCount } from "./reactors.ts";
import { el, emberId, marker, onClick, replacedWhole } from "../element.ts";

function socialHeader(drawing: Drawing, { social, promoted }: PostView): HTMLElement | undefined {
  const [first] = social?.people ?? [];
  if (!social || !first || promoted) return undefined;
  return el(
    "div",
    { class: "update-components-header update-components-header--with-control-menu" },
    el(
      "div",
      { class: drawing.names("update-components-header__text-wrapper social") },
      el(
        "span",
        { class: "update-components-header__text-view" },
        el(
          "span",
          {},
          el(
            "a",
            { href: `${slugPath(first)}/`, id: emberId(), class: "ember-view" },
            marker(),
            first.name,
            marker(),
          ),
        ),
        el("span", { class: "white-space-pre" }, " "),
        `${social.more > 0 ? `+${social.more} ` : ""}${drawing.words[social.what]}`,
      ),
    ),
  );
}

function actor(drawing: Drawing, one: PostView, author: PersonView): HTMLElement {
  const { names, words } = drawing;
  const degree = author.relation === "self" ? words.you : degreeWords(author.degree, words);
  const path = pairedPath(author, "fsd_profile");
  const when = `${one.age} • ${one.edited ? `${words.edited} • ` : ""}`;
  return el(
    "div",
    { class: names("actor-row display-flex") },
    el(
      "div",
      { class: names("update-components-actor__container actor-inside") },
      appLink(
        drawing,
        path,
        { class: "update-components-actor__image", "aria-label": `${author.name}, graphic.` },
        el("span", { class: "js-update-components-actor__avatar" }, picture(drawing, author, "")),
      ),
      el(
        "div",
        { class: names("update-components-actor__meta") },
        appLink(
          drawing,
          path,
          {
            class: "update-components-actor__meta-link",
            "aria-label": `View: ${author.name} • ${degree} ${author.headline}`,
          },
          el(
            "span",
            { class: "update-components-actor__title" },
            el(
              "span",
              { class: names("hoverable-link-text t-bold") },
              el(
                "span",
                { dir: "ltr" },
                el(
                  "span",
                  { "aria-hidden": "true" },
                  el("span", {}, marker(), author.name, marker()),
                ),
                el(
                  "span",
                  { class: "visually-hidden" },
                  el("span", {}, marker(), author.name, marker()),
                ),
              ),
            ),
            el(
              "span",
              { class: "update-components-actor__supplementary-actor-info" },
              ...twice(` • ${degree}`, ` • ${degree}`),
            ),
          ),
          el(
            "span",
            { class: names("update-components-actor__description t-12") },
            ...twice(author.headline, author.headline),
          ),
        ),
        el(
          "span",
          { class: names("update-components-actor__sub-description t-12") },
          ...twice(when, when),
        ),
      ),
    ),
  );
}

function companyActor(drawing: Drawing, { company, promoted, age }: PostView): HTMLElement {
  const path = `/company/${encodeURIComponent(company.toLowerCase())}/posts`;
  const under = promoted ? drawing.words.promoted : age;
  return el(
    "div",
    { class: "update-components-actor__container" },
    appLink(
      drawing,
      path,
      {
        class: "update-components-actor__meta-link",
        "aria-label": `View: ${company} 51,906 followers`,
      },
      el(
        "span",
        { class: "update-components-actor__title" },
        el("span", { dir: "ltr" }, ...twice(company, company)),
      ),
    ),
    el(
      "span",
      { class: drawing.names("update-components-actor__sub-description t-12") },
      ...twice(under, under),
    ),
  );
}

/** A post of the older layout. */
export function post(drawing: Drawing, one: PostView, detail: boolean, inner = false): HTMLElement {
  const { names, words } = drawing;
  const { id, author } = one;
  const whom = author?.name ?? one.company;
  const below = el("div", { class: "feed-shared-update-v2__comments-container display-flex" });
  const open = (): void => {
    if (!below.hasChildNodes()) below.append(comments(drawing, one));
  };
  if (detail || one.shown.length > 0) open();
  const content: (HTMLElement | undefined)[] = [
    author ? actor(drawing, one, author) : companyActor(drawing, one),
    el(
      "div",
      {
        class: names("feed-shared-inline-show-more-text feed-shared-update-v2__description"),
        tabindex: "-1",
      },
      el(
        "div",
        { class: "update-components-text relative", dir: "ltr" },
        el(
          "span",
          { class: names("break-words") },
          el(
            "span",
            { dir: "ltr" },
            marker(),
            one.text,
            " ",
            one.mention
              ? appLink(
                  drawing,
                  `/in/${one.mention.memberId}`,
                  { tabindex: "0" },
                  el("span", {}, one.mention.name),
                )
              : undefined,
            marker(),
          ),
        ),
      ),
    ),
  ];
  if (inner)
    return el(
      "div",
      { class: names("update-components-mini-update-v2 inner-post") },
      ...content,
      appLink(drawing, `/feed/update/urn:li:activity:${id}`, {}, "…"),
    );
  const counts = commentsWords(one.comments, words);
  const comment = onClick(
    el(
      "button",
      {
        "aria-label": words.comment,
        id: emberId(),
        class: names("artdeco-button artdeco-button--muted quiet-button"),
        type: "button",
      },
      el("span", { class: "artdeco-button__text" }, words.comment),
    ),
    open,
  );
  return replacedWhole(
    el(
      "div",
      {
        class: names("feed-shared-update-v2 artdeco-card"),
        id: emberId(),
        role: "article",
        "data-urn": `urn:li:activity:${id}`,
      },
      marker(),
      el(
        "div",
        {},
        el("h2", { class: "visually-hidden" }, words.feedPost),
        socialHeader(drawing, one),
        el(
          "button",
          {
            "aria-expanded": "false",
            "aria-label": filled(words.postMenu, { name: whom }),
            id: emberId(),
            class: names("feed-shared-control-menu__trigger artdeco-button tiny-button menu"),
            type: "button",
          },
          "…",
        ),
        ...content,
        one.reshared ? post(drawing, one.reshared, false, true) : undefined,
        el(
          "div",
          { class: names("social-details-social-counts count-row") },
          reactionCount(
            drawing,
            `${one.reactions} reactions`,
            one.reactor ? `${one.reactor.name} +${one.reactions}` : String(one.reactions),
            one.reactors,
          ),
          appLink(
            drawing,
            `/feed/update/urn:li:activity:${id}/`,
            { "aria-label": `${counts} on ${whom}’s post` },
            el("span", { "aria-hidden": "true" }, counts),
          ),
        ),
        el(
          "div",
          { class: names("feed-shared-social-action-bar bar") },
          reactions(drawing, {
            post: id,
            set: one.reaction,
            label: (reaction, set) => `${set ? "Unreact" : "React"} ${reaction}`,
          }),
          comment,
          el(
            "button",
            {
              id: emberId(),
              class: names("artdeco-button quiet-button"),
              type: "button",
              "aria-expanded": "false",
            },
            words.repost,
          ),
          el(
            "button",
            { id: emberId(), class: names("artdeco-button quiet-button"), type: "button" },
            words.send,
          ),
        ),
        below,
      ),
    ),
  );
}
