import type { Shown } from "../navigation.ts";
import type { Page } from "../page.ts";
import type { Drawing } from "./drawing.ts";
import { feedPage, notificationsPage, peoplePage, postPage } from "./list-page.ts";
import { messagingPage } from "./messaging/messaging.ts";
import { profile } from "./profile.ts";
import type { OpenThread } from "./messaging/thread.ts";

function people(page: Page | undefined) {
  return page && "rows" in page ? page : undefined;
}

/** Draws what is to be shown, in the older layout. */
export function screen(
  drawing: Drawing,
  { heading, body, surface }: Shown,
  opened: (thread: OpenThread) => void,
): HTMLElement {
  switch (surface) {
    case "profile":
      return profile(
        drawing,
        heading?.surface === "profile" ? heading : undefined,
        body?.surface === "profile" ? body : undefined,
      );
    case "feed":
      return feedPage(drawing, body?.surface === "feed" ? body : undefined);
    case "post":
      return postPage(drawing, body?.surface === "post" ? body : undefined);
    case "notifications":
      return notificationsPage(drawing, body?.surface === "notifications" ? body : undefined);
    case "messaging":
      return messagingPage(
        drawing,
        heading?.surface === "messaging" ? heading : undefined,
        body?.surface === "messaging" ? body : undefined,
        opened,
      );
    default:
      return peoplePage(drawing, people(heading), people(body));
  }
}
