// @vitest-environment jsdom
/**
 * What changes between the first look of a page and its first free moment is seen all the same: a browser tells of a change once.
 */
import "../../words/extension-of-the-tests.ts";
import { render } from "preact";
import { expect, test, vi } from "vitest";
import { usePlace, replacePlace } from "../../../src/dashboard/frame/address.ts";
import { useIsNarrow } from "../../../src/dashboard/people/use-is-narrow.ts";
import { settled } from "../../components/drawn.ts";

function Section() {
  return <p>{usePlace().section}</p>;
}

function Width() {
  return <p>{useIsNarrow() ? "narrow" : "wide"}</p>;
}

test("another address", async () => {
  replacePlace({ section: "week", within: [] });
  render(<Section />, document.body);
  expect(document.body.textContent).toBe("week");
  replacePlace({ section: "people", within: [] });
  await settled();
  expect(document.body.textContent).toBe("people");
});

test("a window that becomes narrow", async () => {
  const query = Object.assign(new EventTarget(), { matches: false });
  vi.stubGlobal("matchMedia", () => query);
  render(<Width />, document.body);
  expect(document.body.textContent).toBe("wide");
  query.matches = true;
  query.dispatchEvent(new Event("change"));
  await settled();
  expect(document.body.textContent).toBe("narrow");
  vi.unstubAllGlobals();
});
