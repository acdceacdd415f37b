import { leavesTheList, type PersonRow } from "../page.ts";
import { filled } from "../words/words.ts";
import { appLink, button, picture, slugPath, type Drawing } from "./drawing.ts";
import { el, onClick, replacedWhole } from "./element.ts";
import { insights } from "./insights.ts";

/** A received or sent invitation. */
export function invitationCard(
  drawing: Drawing,
  row: PersonRow,
  direction: "received" | "sent",
): HTMLElement {
  const { names, words, act } = drawing;
  const { person, when } = row;
  const { name, slug } = person;
  const actions = el("div", { class: names("invitation-card__action-container actions") });
  const answer = (
    what: "accept" | "ignore" | "withdraw",
    text: string,
    label: string,
  ): HTMLElement =>
    onClick(button(drawing, text, label), () => {
      void act({ what, slug }).then(() => {
        if (what === "accept" && leavesTheList(person)) return actions.closest("li")?.remove();
        const next =
          what === "accept"
            ? appLink(
                drawing,
                `/messaging/compose/?recipient=${person.memberId}`,
                { class: "button" },
                words.message,
              )
            : undefined;
        actions.replaceChildren(...(next ? [next] : []));
      });
    });
  if (direction === "sent")
    actions.append(answer("withdraw", words.withdraw, `${words.withdraw} ${name}`));
  else
    actions.append(
      answer("ignore", words.ignore, filled(words.ignoreOf, { name })),
      answer("accept", words.accept, filled(words.acceptOf, { name })),
    );
  return replacedWhole(
    el(
      "li",
      { class: names("invitation-card artdeco-list__item meta result") },
      appLink(
        drawing,
        `${slugPath(person)}/`,
        { class: "invitation-card__picture" },
        picture(drawing, person, name),
      ),
      el(
        "div",
        { class: names("invitation-card__details grow") },
        appLink(
          drawing,
          `${slugPath(person)}/`,
          { class: "invitation-card__title" },
          el("strong", {}, name),
        ),
        el("div", { class: names("invitation-card__subtitle t-12") }, person.headline),
        el("time", { class: names("time-badge t-12") }, when ?? ""),
        person.note
          ? el("p", { class: names("invitation-card__custom-message") }, person.note)
          : undefined,
        insights(drawing, row, person),
      ),
      actions,
    ),
  );
}
