// @vitest-environment jsdom
import { extension } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { AccessNotice } from "../../src/popup/access-notice.tsx";
import { drawn, found, settled } from "../components/drawn.ts";

const SITE = { origins: ["https://www.linkedin.com/*"] };

let allowed = true;
let grants = true;
let asked: unknown[] = [];
let listener: (() => void) | undefined;

beforeEach(() => {
  allowed = true;
  grants = true;
  asked = [];
  Object.assign(extension, {
    runtime: {
      ...extension.runtime,
      getManifest: () => ({ content_scripts: [{ matches: SITE.origins }] }),
    },
    permissions: {
      contains: async (what: unknown) => {
        asked.push(what);
        return allowed;
      },
      request: async (what: unknown) => {
        asked.push(what);
        allowed = grants;
        if (grants) listener?.();
        return grants;
      },
      onAdded: {
        addListener: (one: () => void) => (listener = one),
        removeListener: () => (listener = undefined),
      },
    },
  });
});

async function notice(): Promise<HTMLElement> {
  const place = drawn(<AccessNotice />);
  await settled();
  return place;
}

test("nothing is said while the browser lets Tielight read the site", async () => {
  expect((await notice()).textContent).toBe("");
  expect(asked).toEqual([SITE]);
});

test("a browser that keeps Tielight from the site is told of, and asked for the one site after a click", async () => {
  allowed = false;
  const place = await notice();
  expect(place.textContent).toContain("may not read LinkedIn");
  expect(asked).toEqual([SITE]);
  found(place, "button").click();
  await settled();
  expect(asked).toEqual([SITE, SITE, SITE]);
  expect(place.textContent).toBe("");
});

test("a user who says no is told where it can be allowed later", async () => {
  allowed = false;
  grants = false;
  const place = await notice();
  found(place, "button").click();
  await settled();
  expect(place.textContent).toContain("extensions page");
});
