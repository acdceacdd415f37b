import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { actionFrom, perform } from "../world/actions.ts";
import { answer } from "../world/answer.ts";
import { bundle, serverDrawing } from "./bundle.ts";
import { classNames, renamedStyles } from "../styles/class-names.ts";
import { documentText, policy, titleOf } from "./document.ts";
import { loginText } from "./login.ts";
import type { Page, Settings } from "../page.ts";
import { piecesDocument, piecesFiles } from "../../pieces/bundle.ts";
import { portrait } from "./portrait.ts";
import { probePageText } from "../probe/probe-page.ts";
import { layoutOf, route } from "../routes.ts";
import { chosen } from "../settings.ts";
import { styles } from "../styles/styles.ts";
import { words } from "../words/words.ts";
import type { Fact, World } from "../world/world.ts";

export interface Site {
  readonly settings: Settings;
  readonly worlds: Readonly<Record<1 | 2, () => World>>;
  readonly facts: Fact[];
  readonly clock: () => number;
}

interface Exchange {
  readonly url: URL;
  readonly settings: Settings;
  readonly response: ServerResponse;
  readonly signedIn: boolean;
}

function cookie(request: IncomingMessage, name: string): string | undefined {
  const parts = (request.headers.cookie ?? "").split(/;\s*/);
  return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
}

function sendHtml(
  { response, url, settings }: Exchange,
  make: (nonce: string) => string,
  status = 200,
): void {
  const nonce = randomBytes(12).toString("base64url");
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy(nonce, settings.probe || url.pathname === "/practice/probe"),
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  response.end(make(nonce));
}

function send({ response }: Exchange, type: string, text: string, lasting = false): void {
  response.writeHead(200, {
    "content-type": type,
    "cache-control": lasting ? "public, max-age=86400, immutable" : "no-store",
  });
  response.end(text);
}

function redirect({ response }: Exchange, location: string): void {
  response.writeHead(302, { location, "content-length": 0 }).end();
}

async function sendFile(exchange: Exchange): Promise<boolean> {
  const { url } = exchange;
  const picture = /^\/media\/portrait\/(\d+)\.svg$/.exec(url.pathname);
  if (picture) {
    send(exchange, "image/svg+xml", portrait(Number(picture[1])), true);
    return true;
  }
  if (url.pathname === "/static/pieces.css" || url.pathname === "/static/pieces.js") {
    const { css, js } = await piecesFiles();
    if (url.pathname.endsWith(".css")) send(exchange, "text/css; charset=utf-8", css);
    else send(exchange, "text/javascript; charset=utf-8", js);
    return true;
  }
  const found = /^\/static\/(current|older|probe|plain)\.(js|css)$/.exec(url.pathname);
  const name = found?.[1];
  if (found?.[2] === "css" && name) {
    const layout = name === "older" ? "older" : "current";
    const names = classNames(layout, Number(url.searchParams.get("seed") ?? 0));
    send(
      exchange,
      "text/css; charset=utf-8",
      name === "plain" ? styles("plain") : renamedStyles(styles(layout), names),
    );
    return true;
  }
  if (found?.[2] === "js" && (name === "current" || name === "older" || name === "probe")) {
    send(exchange, "text/javascript; charset=utf-8", await bundle(name));
    return true;
  }
  return false;
}

function pageFor(site: Site, { url, settings }: Exchange, path: string): Page | undefined {
  const wanted = route(path);
  if (!wanted) return undefined;
  const now = site.clock();
  return answer({
    world: site.worlds[settings.viewer](),
    settings,
    route: wanted,
    path: path || url.pathname,
    now,
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

async function sendAction(site: Site, exchange: Exchange, request: IncomingMessage): Promise<void> {
  const { settings, response } = exchange;
  const sent: unknown = JSON.parse((await bodyOf(request)) || "null");
  const action = actionFrom(sent);
  const viewing = {
    world: site.worlds[settings.viewer](),
    words: words(settings.lang),
    now: site.clock(),
  };
  const outcome =
    action &&
    perform(viewing, action, (fact) => site.facts.push({ ...fact, viewer: settings.viewer }));
  if (outcome) send(exchange, "application/json", JSON.stringify(outcome));
  else response.writeHead(400).end();
}

async function sendDocument(site: Site, exchange: Exchange): Promise<void> {
  const { url, settings, response } = exchange;
  const own = site.worlds[settings.viewer]().network.viewer;
  if (/^\/in\/me(?:\/|$)/.test(url.pathname))
    return redirect(exchange, `/in/${encodeURIComponent(own.slug)}/`);
  const page = pageFor(site, exchange, `${url.pathname}${url.search}`);
  if (!page) {
    response
      .writeHead(404, { "content-type": "text/plain" })
      .end("No such page on the practice site");
    return;
  }
  if (page.surface === "profile") {
    const slug = decodeURIComponent(url.pathname.split("/")[2] ?? "")
      .normalize("NFC")
      .toLowerCase();
    if (slug !== page.person.slug)
      return redirect(exchange, `/in/${encodeURIComponent(page.person.slug)}/${url.search}`);
  }
  const layout = layoutOf(page.surface, settings);
  const drawn = layout === "current" ? (await serverDrawing())(page) : "";
  sendHtml(exchange, (nonce) => {
    const body = layout === "current" ? `<div id="root" data-strictmode="true">${drawn}</div>` : "";
    return documentText({
      title: titleOf(page),
      settings,
      nonce,
      layout,
      body,
      page,
      script: layout,
    });
  });
}

/** Answers one request of a browser for the site. */
export async function serve(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "https://www.linkedin.com");
  const account = cookie(request, "practice_viewer");
  const base = {
    ...site.settings,
    viewer: account === "2" ? 2 : account === "1" ? 1 : site.settings.viewer,
  } as const;
  const settings = chosen(base, url.searchParams);
  const exchange: Exchange = {
    url,
    settings,
    response,
    signedIn: account !== "0" || url.searchParams.has("viewer"),
  };
  if (url.searchParams.has("viewer"))
    response.setHeader("set-cookie", `practice_viewer=${settings.viewer}; Path=/`);
  if (await sendFile(exchange)) return;
  if (url.pathname === "/practice/probe")
    return sendHtml(exchange, (nonce) => probePageText(settings, nonce));
  if (url.pathname === "/practice/pieces") return sendHtml(exchange, piecesDocument);
  if (url.pathname === "/m/logout/") {
    response.setHeader("set-cookie", "practice_viewer=0; Path=/");
    return redirect(exchange, "/login");
  }
  if (url.pathname === "/login") {
    const names = ([1, 2] as const).map((one) => site.worlds[one]().network.viewer.name);
    return sendHtml(exchange, (nonce) => loginText(names, settings, nonce));
  }
  if (!exchange.signedIn) return redirect(exchange, "/login");
  if (url.pathname === "/preload/") {
    return sendHtml(exchange, (nonce) =>
      documentText({ title: "", settings, nonce, layout: "older", body: "", script: "older" }),
    );
  }
  if (url.pathname === "/flagship-web/page") {
    const path = url.searchParams.get("path") ?? "/";
    const page = pageFor(site, exchange, path);
    if (page) return send(exchange, "application/json", JSON.stringify(page));
    response.writeHead(404).end();
    return;
  }
  if (url.pathname === "/flagship-web/act" && request.method === "POST")
    return sendAction(site, exchange, request);
  await sendDocument(site, exchange);
}
