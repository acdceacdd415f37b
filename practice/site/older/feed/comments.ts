import type { CommentView, PostView } from "../../page.ts";
import { degreeWords, filled } from "../../words/words.ts";
import { appLink, picture, slugPath, type Drawing } from "../drawing.ts";
import { el, emberId, marker, onClick } from "../element.ts";
import { reactions } from "./reactions.ts";
import { reactionCount } from "./reactors.ts";

function editor(drawing: Drawing, submit: (text: string) => void): HTMLElement {
  const { names, words } = drawing;
  const field = el("div", {
    class: names("ql-editor field"),
    role: "textbox",
    contenteditable: "true",
    "aria-label": "Text editor for creating content",
    "aria-multiline": "true",
  });
  const form = el("form", { class: names("comments-comment-box__form editor") }, field);
  field.addEventListener("input", () => {
    const there = form.querySelector(".comments-comment-box__submit-button");
    if (field.textContent === "") there?.remove();
    else if (!there)
      form.append(
        el(
          "button",
          {
            class: names("comments-comment-box__submit-button artdeco-button button"),
            type: "submit",
            id: emberId(),
          },
          words.comment,
        ),
      );
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.textContent?.trim() ?? "";
    if (text === "") return;
    field.textContent = "";
    form.querySelector(".comments-comment-box__submit-button")?.remove();
    submit(text);
  });
  return form;
}

function comment(drawing: Drawing, of: PostView, one: CommentView, isReply: boolean): HTMLElement {
  const { names, words, act } = drawing;
  const { author, id } = one;
  const path = slugPath(author);
  const degree = author.relation === "self" ? words.you : degreeWords(author.degree, words);
  const replies = el(
    "div",
    { class: "comments-replies-list" },
    ...one.replies.map((reply) => comment(drawing, of, reply, true)),
  );
  const reply = el(
    "button",
    {
      "aria-label": `${words.reply} ${author.name}`,
      id: emberId(),
      class: names("artdeco-button quiet-button"),
      type: "button",
    },
    el("span", { "aria-hidden": "true" }, words.reply),
  );
  onClick(reply, () => {
    if (replies.querySelector("form")) return;
    const form = editor(drawing, (text) => {
      void act({ what: "comment", post: of.id, parent: id, text }).then((outcome) => {
        if (outcome?.what === "comment")
          form.replaceWith(comment(drawing, of, outcome.comment, true));
      });
    });
    replies.append(form);
  });
  return el(
    "article",
    {
      class: names(
        `comments-comment-entity comment${isReply ? " comments-comment-entity--reply" : ""}`,
      ),
      "data-id": `urn:li:comment:(activity:${of.id},${id})`,
      id: emberId(),
      tabindex: "-1",
    },
    el(
      "div",
      { class: names("comments-comment-meta__container meta") },
      el(
        "div",
        { class: names("comments-comment-meta__actor meta") },
        appLink(
          drawing,
          path,
          {
            class: "comments-comment-meta__image-link",
            "aria-label": filled(words.profileOf, { name: author.name }),
          },
          picture(drawing, author, filled(words.profileOf, { name: author.name }), "small"),
        ),
        appLink(
          drawing,
          path,
          {
            class: "comments-comment-meta__description-container",
            "aria-label": `View: ${author.name} • ${degree} ${author.headline}`,
          },
          el(
            "h3",
            { class: "comments-comment-meta__description" },
            el(
              "span",
              { class: names("comments-comment-meta__description-title t-bold") },
              marker(),
              author.name,
              marker(),
            ),
            el(
              "span",
              { class: names("comments-comment-meta__data t-12") },
              el("span", { class: "white-space-pre" }, " "),
              `• ${degree}`,
              marker(),
            ),
          ),
          el(
            "div",
            { class: names("comments-comment-meta__description-subtitle t-12") },
            author.headline,
          ),
        ),
      ),
      el(
        "div",
        { class: names("comments-comment-meta__info t-12") },
        el("time", { class: "comments-comment-meta__data" }, one.age),
      ),
    ),
    el(
      "div",
      { class: "comments-thread-entity" },
      el(
        "section",
        { class: "comments-comment-entity__content" },
        el(
          "span",
          {
            class: "comments-comment-item__main-content feed-shared-main-content--comment",
            dir: "ltr",
          },
          el(
            "div",
            { dir: "ltr", class: "update-components-text relative" },
            el("span", { dir: "ltr" }, marker(), one.text, marker()),
          ),
        ),
      ),
    ),
    el(
      "div",
      { id: emberId(), class: "comment-social-activity" },
      el(
        "div",
        { class: names("comments-comment-social-bar--cr meta") },
        reactions(drawing, {
          post: of.id,
          comment: id,
          set: one.reaction,
          label: (reaction, set) =>
            set ? `Unreact ${reaction}` : filled(words.reactTo, { reaction, name: author.name }),
        }),
        isReply ? undefined : reply,
        one.reactors.length > 0 &&
          reactionCount(
            drawing,
            `${one.reactors.length} reactions`,
            String(one.reactors.length),
            one.reactors,
          ),
      ),
    ),
    replies,
  );
}

/** The comments of a post and the field for one more. */
export function comments(drawing: Drawing, of: PostView): HTMLElement {
  const list = el(
    "div",
    { class: "comments-comments-list" },
    ...of.shown.map((one) => comment(drawing, of, one, false)),
  );
  const form = editor(drawing, (text) => {
    void drawing.act({ what: "comment", post: of.id, text }).then((outcome) => {
      if (outcome?.what === "comment") list.append(comment(drawing, of, outcome.comment, false));
    });
  });
  return el("div", { class: drawing.names("comments-box") }, form, list);
}
