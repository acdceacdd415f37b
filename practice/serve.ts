import { createServer } from "node:https";
import type { Network } from "./network/network.ts";
import { secondAccount } from "./network/second-account.ts";
import { certificate } from "./site/http/certificate.ts";
import type { Delays, Settings } from "./site/page.ts";
import { serve, type Site } from "./site/http/server.ts";
import { DEFAULT_DELAYS } from "./site/settings.ts";
import { tunnel } from "./site/http/tunnel.ts";
import { personNamed, world, type Fact } from "./site/world/world.ts";

const HOST = "www.linkedin.com";

/** How the practice site behaves; a page's address can choose otherwise for itself. */
export interface PracticeOptions extends Partial<Omit<Settings, "delays">> {
  readonly network: Network;
  readonly delays?: Partial<Delays>;
  /** What the second account sees; made of the first's people where absent. */
  readonly secondNetwork?: Network;
  /** The present moment, for ages in words and for what is done on the pages (default: the computer's). */
  readonly clock?: () => number;
}

/** A request the site answered. */
export interface PracticeRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly at: number;
  /** `sec-fetch-dest` where the browser sent one: document, iframe, script, empty… */
  readonly destination: string;
}

/** A running practice site. */
export interface Practice {
  /** Give this to the browser as its proxy on 127.0.0.1. */
  readonly proxyPort: number;
  readonly origin: "https://www.linkedin.com";
  /** Everything asked of the site since the start or the last `clearRequests`. */
  readonly requests: readonly PracticeRequest[];
  clearRequests(): void;
  /** What was done on the pages, as the site knows it: the truth for tests of what was observed. */
  readonly facts: readonly Fact[];
  /** Other hosts the browser asked for; all were refused. */
  readonly refused: readonly { readonly host: string; readonly at: number }[];
  /** The two accounts' networks. */
  readonly networks: Readonly<Record<1 | 2, Network>>;
  /** From now on the first account sees this person in another job. */
  changeJob(slug: string, company: string, title: string): void;
  close(): Promise<void>;
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Serves the practice site under the real host name behind a proxy on this machine, until it is closed. */
export async function servePractice(options: PracticeOptions): Promise<Practice> {
  const { network, secondNetwork, delays, clock = Date.now, ...chosen } = options;
  const settings: Settings = {
    seed: network.seed,
    viewer: 1,
    lang: "en",
    layout: "current",
    between: "either",
    reuse: "either",
    count: undefined,
    virtual: true,
    frame: true,
    frameUrl: "stays",
    ids: "exact",
    probe: false,
    ...chosen,
    delays: { ...DEFAULT_DELAYS, ...delays },
  };
  const second = remembered(() => secondNetwork ?? secondAccount(network));
  const facts: Fact[] = [];
  const site: Site = {
    settings,
    facts,
    clock,
    worlds: { 1: remembered(() => world(network)), 2: remembered(() => world(second())) },
  };
  const requests: PracticeRequest[] = [];
  const secure = createServer(await certificate(HOST), (request, response) => {
    const destination = String(request.headers["sec-fetch-dest"] ?? "");
    requests.push({
      method: request.method ?? "",
      path: request.url ?? "",
      at: Date.now(),
      destination,
    });
    serve(site, request, response).catch((problem: unknown) => {
      console.error(
        `practice site: ${request.url}: ${problem instanceof Error ? problem.stack : String(problem)}`,
      );
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const { port, refused, close } = await tunnel(HOST, secure);
  return {
    proxyPort: port,
    origin: `https://${HOST}`,
    requests,
    clearRequests: () => void requests.splice(0),
    facts,
    refused,
    changeJob: (slug, company, title) => {
      const { 1: seen } = site.worlds;
      const index = personNamed(seen(), slug);
      if (index === undefined) throw new Error(`nobody is called ${slug}`);
      seen().newJobs.set(index, { company, title, from: clock() });
    },
    networks: {
      1: network,
      get 2() {
        return second();
      },
    },
    close,
  };
}
