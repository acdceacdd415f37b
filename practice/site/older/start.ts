import { watchForAlarms } from "../alarms.ts";
import { ask, askPage } from "../asking.ts";
import { navigator, type Shown } from "../navigation.ts";
import type { Action, Page, Settings } from "../page.ts";
import { route } from "../routes.ts";
import { withChoices } from "../settings.ts";
import { drawingTools, type Drawing, type InviteRequest } from "./drawing.ts";
import { el, listenForClicks, morph, tellProbes } from "./element.ts";
import { globalNav, hoverCard, inviteDialog } from "./frame-parts.ts";
import { overlay } from "./messaging/overlay.ts";
import { screen } from "./screen.ts";
import type { OpenThread } from "./messaging/thread.ts";
import { practiceTools } from "../practice-tools.ts";

/** How long the pointer must rest on a name before the card opens. */
const REST_MS = 350;

/** Takes the clicks on links; `go` says whether the address was ours. */
function listenForLinks(go: (path: string) => boolean, signal: AbortSignal): void {
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
      if (
        !(link instanceof HTMLAnchorElement) ||
        link.origin !== location.origin ||
        !link.hasAttribute("href")
      )
        return;
      if (link.pathname === "/messaging/compose/") {
        event.preventDefault();
        document.dispatchEvent(
          new CustomEvent("practice-compose", {
            detail: new URL(link.href).searchParams.get("recipient"),
          }),
        );
      } else if (go(`${link.pathname}${link.search}`)) {
        event.preventDefault();
      }
    },
    { signal },
  );
}

function listenForHovering(drawing: Drawing, outlet: HTMLElement, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener(
    "mouseover",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href*='/in/']") : null;
      if (outlet.contains(link)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        outlet.replaceChildren();
        if (!(link instanceof HTMLAnchorElement) || link.querySelector("img")) return;
        void askPage(link.pathname, drawing.settings).then((page) => {
          if (page?.surface !== "profile" || !link.isConnected) return;
          const card = hoverCard(drawing, page.person);
          const box = link.getBoundingClientRect();
          card.style.position = "fixed";
          card.style.left = `${Math.max(8, box.left)}px`;
          card.style.top = `${box.bottom + 6}px`;
          outlet.append(card);
        });
      }, REST_MS);
    },
    { signal },
  );
}

/** Brings an older document to life: a page of its own, or the frame inside a current page. */
function start(page: Page, framed: boolean, own: Settings): void {
  const { signal } = new AbortController();
  const choices = location.search;
  const { settings } = page;
  const opened = new Map<string, OpenThread>();
  const root = el("div", { class: "application-outlet" });
  const outlet = el("div", { id: "artdeco-hoverable-outlet" });
  const tellParent = (path: string): boolean => {
    window.parent.postMessage({ practiceGo: path }, location.origin);
    return route(path) !== undefined;
  };
  let latest: Shown = {
    path: page.path,
    surface: page.surface,
    heading: page,
    body: page,
    headingKey: 0,
    bodyKey: 0,
  };
  const act = (action: Action) => ask(action, settings);
  const go = (path: string): void => void (framed ? tellParent(path) : moving.go(path));
  const drawing: Drawing = {
    ...drawingTools(settings),
    names: drawingTools(own).names,
    viewer: page.viewer,
    now: page.now,
    act,
    go,
  };
  const messages = framed ? undefined : overlay(document, document.body, drawing, page, signal);
  const draw = (shown: Shown): void => {
    const reuse =
      shown.headingKey === latest.headingKey &&
      shown.bodyKey === latest.bodyKey &&
      shown.surface === latest.surface;
    latest = shown;
    messages?.hide(shown.surface === "messaging");
    opened.clear();
    const fresh = screen(drawing, shown, (thread) => opened.set("page", thread));
    const there = root.querySelector(
      ":scope > [data-screen], :scope > main, :scope > div:not(#artdeco-hoverable-outlet)",
    );
    if (!there) root.append(fresh);
    else if (reuse && there.tagName === fresh.tagName) morph(there, fresh);
    else there.replaceWith(fresh);
  };
  const moving = navigator({
    settings,
    draws: "older",
    shown: () => latest,
    show: draw,
    setAddress: (path) => {
      if (!framed) history.pushState({}, "", path);
      else if (settings.frameUrl === "follows") history.replaceState({}, "", path);
    },
    replaceAddress: (path) => {
      if (framed) window.parent.history.replaceState({}, "", path);
      else history.replaceState({}, "", path);
    },
    setTitle: ({ title }) => {
      (framed ? window.parent.document : document).title = `${title} | LinkedIn`;
    },
    elsewhere: (path) => {
      location.assign(withChoices(path, choices));
      return true;
    },
  });
  document.documentElement.lang = settings.lang;
  if (!framed) root.append(globalNav(drawing));
  document.body.append(root, outlet);
  draw(latest);
  listenForClicks(document, signal);
  listenForLinks((path) => (framed ? tellParent(path) : moving.go(path)), signal);
  listenForHovering(drawing, outlet, signal);
  document.addEventListener("practice-invite", (event) => {
    // Dispatched by our own buttons only.
    if (event instanceof CustomEvent)
      document.body.append(inviteDialog(drawing, event.detail as InviteRequest));
  });
  document.addEventListener("practice-compose", (event) => {
    if (!(event instanceof CustomEvent)) return;
    if (messages && latest.surface !== "messaging") void messages.compose(String(event.detail));
    else go(`/messaging/compose/?recipient=${String(event.detail)}`);
  });
  practiceTools(settings, () => [...opened.values(), ...(messages?.threads.values() ?? [])]);
  window.practiceSettled = moving.settled;
  if (framed) {
    window.addEventListener("message", (event) => {
      const path = event.origin === location.origin ? shownPath(event.data) : undefined;
      if (path !== undefined) moving.go(path.practiceShow);
    });
    return;
  }
  window.addEventListener(
    "popstate",
    () => void moving.go(`${location.pathname}${location.search}`, { addressIsSet: true }),
  );
}

interface ShowRequest {
  readonly practiceShow: string;
  readonly settings: Settings;
}

/** What the page around the frame asks it to show. Both come from our own server. */
function shownPath(sent: unknown): ShowRequest | undefined {
  return typeof sent === "object" && sent !== null && "practiceShow" in sent
    ? (sent as ShowRequest)
    : undefined;
}

watchForAlarms();
tellProbes();
const payload = document.querySelector("#rehydrate-data")?.textContent ?? "{}";
// Written by our own server, of the same build.
const given = JSON.parse(payload) as Page | { readonly settings: Settings };
if ("surface" in given) start(given, false, given.settings);
else {
  const first = (event: MessageEvent): void => {
    const wanted = event.origin === location.origin ? shownPath(event.data) : undefined;
    if (!wanted) return;
    window.removeEventListener("message", first);
    void askPage(wanted.practiceShow, wanted.settings).then((page) => {
      if (page) start(page, true, given.settings);
    });
  };
  window.addEventListener("message", first);
  window.parent.postMessage({ practiceReady: true }, location.origin);
}
