import { scatter } from "../../../network/random.ts";
import type { MessageView } from "../../page.ts";
import { filled } from "../../words/words.ts";
import { appLink, memberPath, type Drawing } from "../drawing.ts";
import { el, emberId, marker } from "../element.ts";
import { clock, dayHeading, exactTime, sameDay } from "./thread-times.ts";

/** Names the message of a conversation as its element does: for the viewer who looks. */
export function eventUrn(viewerId: string, messageId: string): string {
  return `urn:li:msg_message:(urn:li:fsd_profile:${viewerId},${messageId})`;
}

/** The id of a message, as far as the settings let it say something. */
function shownId({ settings }: Drawing, { id }: MessageView): string {
  return settings.ids === "exact" ? id : `3-${scatter(id).toString(36)}`;
}

/** Whether a message goes on with what the one before it began: same sender, same day, close in time. */
function continues(message: MessageView, before: MessageView | undefined): boolean {
  return (
    before !== undefined &&
    before.sender?.memberId === message.sender?.memberId &&
    before.senderName === message.senderName &&
    sameDay(before.at, message.at) &&
    message.at - before.at < 600_000
  );
}

/** One message in a thread. Messages that continue the one before have no sender of their own. */
export function messageItem(
  drawing: Drawing,
  message: MessageView,
  before: MessageView | undefined,
  now: number,
): HTMLElement {
  const { names, words, viewer, settings } = drawing;
  const { at, sender, senderName, text, edited } = message;
  const own = sender?.memberId === viewer.memberId;
  const time = clock(at, settings.lang);
  const first = !continues(message, before);
  const kind = own ? "" : " msg-s-event-listitem--other";
  return el(
    "li",
    { class: names("msg-s-message-list__event clearfix") },
    before && sameDay(before.at, at)
      ? undefined
      : el(
          "time",
          { class: names("msg-s-message-list__time-heading t-12") },
          dayHeading(at, settings.lang, words, now),
        ),
    first
      ? el(
          "span",
          { class: "msg-s-event-listitem--group-a11y-heading visually-hidden" },
          filled(words.sentFollowing, { name: senderName, time }),
        )
      : undefined,
    el(
      "div",
      {
        class: names(`msg-s-event-listitem${kind}`),
        "data-event-urn": eventUrn(viewer.memberId, shownId(drawing, message)),
        "data-view-name": "message-list-item",
      },
      first && sender
        ? el(
            "a",
            {
              tabindex: "0",
              href: memberPath(sender),
              id: emberId(),
              class: "ember-view msg-s-event-listitem__link",
            },
            el("span", { class: "a11y-text" }, filled(words.profileOf, { name: sender.firstName })),
            sender.photo
              ? el("img", {
                  title: senderName,
                  alt: senderName,
                  id: emberId(),
                  src: sender.photo,
                  class: names("msg-s-event-listitem__profile-picture picture small"),
                })
              : undefined,
          )
        : undefined,
      first
        ? el(
            "div",
            { class: names("msg-s-message-group__meta") },
            el(
              "span",
              {},
              sender
                ? appLink(
                    drawing,
                    memberPath(sender),
                    { class: "inline-block" },
                    el(
                      "span",
                      {
                        class: names(
                          "msg-s-message-group__profile-link msg-s-message-group__name t-bold",
                        ),
                      },
                      senderName,
                    ),
                  )
                : el("span", { class: names("msg-s-message-group__name t-bold") }, senderName),
            ),
            el(
              "time",
              { class: names("msg-s-message-group__timestamp white-space-nowrap t-12") },
              time,
            ),
          )
        : undefined,
      el(
        "div",
        { class: names("msg-s-event-listitem__message-bubble"), tabindex: "0" },
        el(
          "div",
          { class: names("msg-s-event-with-indicator display-flex") },
          el(
            "div",
            { class: "msg-s-event__content", dir: "ltr" },
            el(
              "p",
              { class: names("msg-s-event-listitem__body t-14") },
              marker(),
              text,
              marker(),
              edited ? el("span", { class: names("t-12") }, " (Edited)") : undefined,
            ),
          ),
          own
            ? el("span", {
                "data-test-msg-cross-pillar-message-sending-indicator-presenter__container": "",
                class: "msg-s-event-with-indicator__sending-indicator",
                title: filled(words.sentAt, { time: exactTime(at, settings.lang) }),
              })
            : undefined,
        ),
      ),
    ),
  );
}
