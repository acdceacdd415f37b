import { request as ask } from "node:http";
import { connect as secure } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { network } from "../../practice/network/network.ts";
import { servePractice, type Practice } from "../../practice/serve.ts";

const NOW = Date.UTC(2026, 9, 20, 9, 30);
const made = network({ seed: 5, people: 60, years: 4, now: NOW });
let practice: Practice;

beforeAll(async () => {
  practice = await servePractice({ network: made, clock: () => NOW });
});

afterAll(() => practice.close());

/** Asks through the proxy, as a browser does; gives the proxy's status and the site's whole answer. */
async function through(host: string, path: string): Promise<{ status: number; answer: string }> {
  return new Promise((resolve, reject) => {
    const tunnel = ask({
      port: practice.proxyPort,
      host: "127.0.0.1",
      method: "CONNECT",
      path: `${host}:443`,
    });
    tunnel.on("error", reject);
    tunnel.on("connect", ({ statusCode = 0 }, socket) => {
      if (statusCode !== 200) {
        socket.destroy();
        resolve({ status: statusCode, answer: "" });
        return;
      }
      const stream = secure({ socket, servername: host, rejectUnauthorized: false }, () => {
        stream.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      });
      let answer = "";
      stream.setEncoding("utf8");
      stream.on("data", (part: string) => {
        answer += part;
      });
      stream.on("end", () => resolve({ status: statusCode, answer }));
      stream.on("error", reject);
    });
    tunnel.end();
  });
}

test("the real host name leads to the practice site, and every request is written down", async () => {
  practice.clearRequests();
  const { status, answer } = await through("www.linkedin.com", "/in/me/");
  expect(status).toBe(200);
  expect(answer).toContain(`location: /in/${made.viewer.slug}/`);
  expect(practice.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /in/me/"]);
});

test("every other host is refused", async () => {
  for (const host of ["example.org", "linkedin.com", "www.linkedin.com.example.org"]) {
    expect((await through(host, "/")).status).toBe(403);
  }
  expect(practice.refused.map(({ host }) => host)).toContain("example.org:443");
});

test("pages carry the site's strict policies and a script with this page's nonce", async () => {
  const { answer } = await through("www.linkedin.com", "/feed/");
  const nonce = /script-src 'nonce-([\w-]+)' 'strict-dynamic'/.exec(answer)?.[1];
  expect(nonce).toBeDefined();
  expect(answer).toContain(`<script nonce="${nonce}" src="/static/current.js"`);
  expect(answer).toContain("require-trusted-types-for 'script'; trusted-types default jSecure");
  expect(answer).not.toContain(" style=");
});

test("the current layout is drawn by the server, the older one by its script", async () => {
  const path = `/in/${encodeURIComponent(made.people[0]?.slug ?? "")}/`;
  const current = await through("www.linkedin.com", path);
  expect(current.answer).toContain(
    'data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile"',
  );
  expect(current.answer).toContain(`card.ref${made.people[0]?.memberId}Topcard`);
  const older = await through("www.linkedin.com", `${path}?layout=older`);
  expect(older.answer).not.toContain("data-sdui-screen");
  expect(older.answer).toContain("/static/older.js");
});

test("a former address leads to the present one", async () => {
  const moved = made.people.find(({ formerSlugs }) => formerSlugs.length > 0);
  const path = `/in/${encodeURIComponent(moved?.formerSlugs[0] ?? "")}/`;
  const { answer } = await through("www.linkedin.com", path);
  expect(answer).toContain(`location: /in/${encodeURIComponent(moved?.slug ?? "")}/`);
});
