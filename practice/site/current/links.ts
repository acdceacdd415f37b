import type { Navigator } from "../navigation.ts";
import type { Page, Surface } from "../page.ts";
import { withChoices } from "../settings.ts";

export interface Links {
  readonly elsewhere: (path: string, surface: Surface) => boolean;
  readonly leaveFrame: () => void;
  readonly listen: (moving: Navigator, invite: (slug: string) => void, signal: AbortSignal) => void;
}

/** The path of a message the frame sends when a link in it leads to a page it does not draw. */
function pathAsked(sent: unknown): string | undefined {
  if (typeof sent !== "object" || sent === null || !("practiceGo" in sent)) return undefined;
  return typeof sent.practiceGo === "string" ? sent.practiceGo : undefined;
}

function isReady(sent: unknown): boolean {
  return typeof sent === "object" && sent !== null && "practiceReady" in sent;
}

/** Takes the clicks on links, so that the document stays; shows older pages in the frame. */
export function linkHandler({ settings }: Page, setFramed: (framed: boolean) => void): Links {
  const frame = (): Window | null =>
    document.querySelector<HTMLIFrameElement>("iframe[src='/preload/']")?.contentWindow ?? null;
  const choices = location.search;
  let pending: string | undefined;
  const showInFrame = (path: string): void => {
    pending = path;
    setFramed(true);
    frame()?.postMessage({ practiceShow: path, settings }, location.origin);
  };
  return {
    leaveFrame: () => {
      pending = undefined;
      setFramed(false);
    },
    elsewhere: (path) => {
      if (!settings.frame) {
        location.assign(withChoices(path, choices));
        return true;
      }
      if (`${location.pathname}${location.search}` !== path) history.pushState({}, "", path);
      showInFrame(path);
      return true;
    },
    listen: (moving, invite, signal) => {
      document.addEventListener(
        "click",
        (event) => {
          if (
            event.defaultPrevented ||
            event.button !== 0 ||
            event.ctrlKey ||
            event.metaKey ||
            event.shiftKey
          )
            return;
          const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
          if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
          if (link.pathname.endsWith("custom-invite/")) {
            event.preventDefault();
            invite(link.href ? (new URL(link.href).searchParams.get("vanityName") ?? "") : "");
            return;
          }
          if (link.pathname === "/messaging/compose/") {
            event.preventDefault();
            const recipient = new URL(link.href).searchParams.get("recipient");
            document.dispatchEvent(new CustomEvent("practice-compose", { detail: recipient }));
            return;
          }
          if (moving.go(`${link.pathname}${link.search}`)) event.preventDefault();
        },
        { signal },
      );
      window.addEventListener(
        "popstate",
        () => void moving.go(`${location.pathname}${location.search}`, { addressIsSet: true }),
        { signal },
      );
      window.addEventListener(
        "message",
        (event) => {
          const path = event.origin === location.origin ? pathAsked(event.data) : undefined;
          if (path !== undefined) moving.go(path);
          if (isReady(event.data) && pending !== undefined) showInFrame(pending);
        },
        { signal },
      );
    },
  };
}
