import { REACTIONS, type Reaction } from "../../page.ts";
import type { Drawing } from "../drawing.ts";
import { el, emberId, onClick } from "../element.ts";

interface ReactionPlace {
  readonly post: string;
  readonly comment?: string;
  readonly label: (reaction: string, set: boolean) => string;
  readonly set: Reaction | undefined;
}

/** The button with the viewer's reaction, and the menu beside it. */
export function reactions(
  drawing: Drawing,
  { post: id, comment, label, set }: ReactionPlace,
): HTMLElement {
  const { names, words, act } = drawing;
  let state = set;
  const text = el(
    "span",
    { "aria-hidden": "true", class: "artdeco-button__text react-button__text" },
    state ?? words.like,
  );
  const press = el(
    "button",
    {
      "aria-pressed": String(state !== undefined),
      "aria-label": label(state ?? "Like", state !== undefined),
      id: emberId(),
      class: names("artdeco-button artdeco-button--muted quiet-button"),
      type: "button",
    },
    el("span", { class: "artdeco-button__text" }, el("div", { class: names("flex-wrap") }, text)),
  );
  const choose = (reaction: Reaction | undefined): void => {
    state = reaction;
    press.setAttribute("aria-pressed", String(reaction !== undefined));
    press.setAttribute("aria-label", label(reaction ?? "Like", reaction !== undefined));
    text.textContent = reaction ?? words.like;
    void act({ what: "react", post: id, reaction, ...(comment === undefined ? {} : { comment }) });
  };
  onClick(press, () => choose(state === undefined ? "Like" : undefined));
  const menu = el(
    "button",
    {
      "aria-label": words.openReactions,
      "aria-expanded": "false",
      id: emberId(),
      class: names("artdeco-button artdeco-button--muted tiny-button"),
      type: "button",
    },
    el("span", { class: "artdeco-button__text" }, "▾"),
  );
  onClick(menu, () => {
    const open = menu.getAttribute("aria-expanded") === "true";
    menu.setAttribute("aria-expanded", String(!open));
    menu.parentElement?.querySelector("[role=menu]")?.remove();
    if (open) return;
    const list = el("span", { role: "menu", class: names("reaction-menu") });
    for (const one of REACTIONS) {
      const item = el(
        "button",
        { "aria-label": one, class: names("artdeco-button tiny-button"), type: "button" },
        one,
      );
      list.append(
        onClick(item, () => {
          choose(one);
          list.remove();
          menu.setAttribute("aria-expanded", "false");
        }),
      );
    }
    menu.after(list);
  });
  return el("span", { class: names("reactions-react-button") }, press, menu);
}
