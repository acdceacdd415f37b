import { StrictMode, useEffect, useState, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { alarm, watchForAlarms } from "../alarms.ts";
import { ask } from "../asking.ts";
import { navigator, type Navigator, type Shown } from "../navigation.ts";
import { drawingTools } from "../older/drawing.ts";
import { overlay } from "../older/messaging/overlay.ts";
import { practiceTools } from "../practice-tools.ts";
import type { Action, Page } from "../page.ts";
import { App } from "./app.tsx";
import { linkHandler } from "./links.ts";

/** Puts the message overlay into the shadow root at the end of the page. */
function startOverlay(page: Page, go: (path: string) => void, signal: AbortSignal): void {
  const outlet = document.querySelector("#interop-outlet");
  if (!outlet) return;
  const root = outlet.shadowRoot ?? outlet.attachShadow({ mode: "open" });
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = `/static/older.css?seed=${page.settings.seed}`;
  const main = document.createElement("div");
  main.id = "interop-outlet-main";
  const box = document.createElement("div");
  for (const id of [
    "artdeco-modal-outlet",
    "artdeco-hoverable-outlet",
    "hue-web-modal-outlet",
    "hue-web-toast-outlet",
  ]) {
    const part = document.createElement("div");
    part.id = id;
    box.append(part);
  }
  box.append(main);
  root.replaceChildren(sheet, box);
  const inside = document.createElement("div");
  inside.className = "application-outlet__overlay-container";
  main.append(inside);
  const act = (action: Action) => ask(action, page.settings);
  const drawing = { ...drawingTools(page.settings), viewer: page.viewer, now: page.now, act, go };
  const messages = overlay(root, inside, drawing, page, signal);
  document.addEventListener(
    "practice-compose",
    (event) => {
      if (event instanceof CustomEvent) void messages.compose(String(event.detail));
    },
    { signal },
  );
  practiceTools(page.settings, () => [...messages.threads.values()]);
}

/** The page as it lives in the browser. */
function Live({ page }: { readonly page: Page }): ReactNode {
  const [shown, setShown] = useState<Shown>({
    path: page.path,
    surface: page.surface,
    heading: page,
    body: page,
    headingKey: 0,
    bodyKey: 0,
  });
  const [framed, setFramed] = useState(false);
  const [inviting, setInviting] = useState<string>();
  const [travel] = useState<{ navigator?: Navigator }>({});
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let latest = shown;
    const links = linkHandler(page, setFramed);
    const moving = navigator({
      settings: page.settings,
      draws: "current",
      shown: () => latest,
      show: (next) => {
        latest = next;
        links.leaveFrame();
        setShown(next);
      },
      setAddress: (path) => history.pushState({}, "", path),
      replaceAddress: (path) => history.replaceState({}, "", path),
      setTitle: ({ title }) => {
        document.title = `${title} | LinkedIn`;
      },
      elsewhere: links.elsewhere,
    });
    travel.navigator = moving;
    window.practiceSettled = moving.settled;
    links.listen(moving, setInviting, signal);
    startOverlay(page, (path) => void moving.go(path), signal);
    document.body.setAttribute("data-rehydrated", "true");
    return () => stop.abort();
    // One listener set for the whole life of the page.
  }, [page]);
  return (
    <App
      page={page}
      shown={shown}
      act={ask}
      search={(keywords) =>
        void travel.navigator?.go(
          `/search/results/people/?keywords=${encodeURIComponent(keywords)}`,
        )
      }
      inviting={inviting}
      stopInviting={() => setInviting(undefined)}
      framed={framed}
    />
  );
}

watchForAlarms();
const root = document.querySelector("#root");
const payload = document.querySelector("#rehydrate-data")?.textContent;
if (root && payload) {
  // Written by our own server, of the same build.
  const page = JSON.parse(payload) as Page;
  hydrateRoot(
    root,
    <StrictMode>
      <Live page={page} />
    </StrictMode>,
    {
      onRecoverableError: (problem) => alarm("hydration", problem),
      onUncaughtError: (problem) => alarm("uncaught", problem),
      onCaughtError: (problem) => alarm("caught", problem),
    },
  );
}
