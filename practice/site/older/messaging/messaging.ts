import { askPage } from "../../asking.ts";
import type { ConversationView, MessagingPage } from "../../page.ts";
import { filled } from "../../words/words.ts";
import { picture, type Drawing } from "../drawing.ts";
import { el, emberId, marker, onClick, replacedWhole } from "../element.ts";
import { skeleton } from "../skeleton.ts";
import { openThread, type OpenThread } from "./thread.ts";
import { listTime } from "./thread-times.ts";

/** A row of the list of conversations. It says neither which thread it opens nor whose profile it is about. */
export function conversationRow(
  drawing: Drawing,
  conversation: ConversationView,
  open: () => void,
): HTMLElement {
  const { names, words, settings, now } = drawing;
  const { title, people, at, kind, snippet, unread } = conversation;
  const when = listTime(at, settings.lang, now);
  const pill = kind === "sponsored" ? words.sponsored : kind === "inmail" ? "InMail" : undefined;
  const ember = emberId();
  return el(
    "li",
    {
      id: emberId(),
      class: names("ember-view scaffold-layout__list-item msg-conversation-listitem"),
      tabindex: "-1",
    },
    el(
      "div",
      {
        class: names(
          `msg-conversation-card__convo-item-container msg-conversation-card${unread ? " msg-conversation-card__convo-item-container--unread" : ""}`,
        ),
        id: `conversation-card-${ember}`,
      },
      onClick(
        el(
          "div",
          { class: names("msg-conversation-listitem__link meta"), tabindex: "0" },
          el(
            "div",
            { class: "msg-selectable-entity msg-selectable-entity--4" },
            el(
              "div",
              { class: "msg-facepile-grid" },
              ...people.slice(0, 2).map((person) => picture(drawing, person, person.name, "small")),
            ),
            el("label", {
              class: names("msg-selectable-entity__checkbox-label away"),
              "aria-label": filled(words.select, { name: title }),
            }),
          ),
          el(
            "div",
            { class: names("msg-conversation-card__content--selectable grow") },
            el(
              "div",
              {
                class: names(
                  "msg-conversation-card__row msg-conversation-card__title-row meta spread",
                ),
              },
              el(
                "h3",
                {
                  class:
                    "msg-conversation-listitem__participant-names msg-conversation-card__participant-names",
                },
                el(
                  "div",
                  { class: "display-flex justify-left" },
                  el("span", { class: "truncate" }, title),
                ),
              ),
              el("time", { class: names("msg-conversation-listitem__time-stamp t-12") }, when),
              el("span", { class: "visually-hidden" }, when),
            ),
            el(
              "div",
              { class: "msg-conversation-card__row msg-conversation-card__body-row" },
              el(
                "p",
                { class: names("msg-conversation-card__message-snippet t-12") },
                pill
                  ? el("span", { class: names("msg-conversation-card__pill") }, pill)
                  : undefined,
                marker(),
                snippet,
                marker(),
              ),
              unread
                ? el(
                    "span",
                    { class: names("notification-badge pill") },
                    el("span", { "aria-hidden": "true" }, String(unread)),
                  )
                : undefined,
            ),
          ),
        ),
        open,
      ),
    ),
  );
}

/** The list of conversations; rows are drawn when they come near the window of the list. */
function conversationList(drawing: Drawing, page: MessagingPage): HTMLElement {
  const { names, go, settings } = drawing;
  const list = el("ul", {
    class: names("msg-conversations-container__conversations-list list-style-none rows"),
  });
  const add = (conversations: readonly ConversationView[]): void => {
    for (const one of conversations)
      list.append(conversationRow(drawing, one, () => go(`/messaging/thread/${one.id}/`)));
  };
  add(page.conversations);
  let next = page.conversations.length;
  let loading = false;
  const scroller = el(
    "div",
    { class: names("msg-conversations-container conversation-scroller") },
    list,
  );
  scroller.addEventListener("scroll", () => {
    if (
      loading ||
      next >= page.total ||
      scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight > 300
    )
      return;
    loading = true;
    askPage(`/messaging/?start=${next}`, settings)
      .then((more) => {
        if (more?.surface !== "messaging") return;
        add(more.conversations);
        next += more.conversations.length;
      })
      .catch(console.error)
      .finally(() => {
        loading = false;
      });
  });
  return replacedWhole(scroller);
}

/** The messaging page. `opened` is told about the thread, so that others can write into it. */
export function messagingPage(
  drawing: Drawing,
  heading: MessagingPage | undefined,
  page: MessagingPage | undefined,
  opened: (thread: OpenThread) => void,
): HTMLElement {
  const { names } = drawing;
  const thread =
    page?.thread || page?.compose
      ? openThread(drawing, page.thread, page.compose, page.now)
      : undefined;
  if (thread) opened(thread);
  return el(
    "main",
    { class: names("scaffold-layout__main messaging artdeco-card") },
    el(
      "section",
      { class: names("scaffold-layout__list list-side") },
      heading ? conversationList(drawing, heading) : skeleton(drawing, 8),
    ),
    el(
      "section",
      { class: names("scaffold-layout__detail thread-side") },
      page ? (thread?.element ?? el("p", { class: names("t-12") }, "…")) : skeleton(drawing, 8),
    ),
  );
}
