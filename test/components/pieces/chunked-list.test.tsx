// @vitest-environment jsdom
import "../../words/extension-of-the-tests.ts";
import { render } from "preact";
import { expect, test } from "vitest";
import { ChunkedList, CHUNK } from "../../../src/components/pieces/chunked-list.tsx";
import { drawn, found, settled } from "../drawn.ts";

/** What a list of this many asked for, and how often it drew a row. */
function list(count: number) {
  const asked: number[] = [];
  let rowsDrawn = 0;
  const part = (start: number) =>
    Array.from({ length: Math.min(CHUNK, count - start) }, (_, index) => start + index);
  const props = {
    label: "People",
    count,
    first: part(0),
    rows: async (start: number) => {
      asked.push(start);
      return part(start);
    },
    draw: (row: number) => {
      rowsDrawn += 1;
      return (
        <div role="listitem" key={row}>
          <button type="button">{`person ${row}`}</button>
        </div>
      );
    },
  };
  return { props, asked, rowsDrawn: () => rowsDrawn };
}

const names = (place: HTMLElement) =>
  [...place.querySelectorAll("button")].map((one) => one.textContent);

/** As if the list began so many pixels above the window. */
async function scrolled(place: HTMLElement, pixels: number): Promise<void> {
  found(place, ".people").getBoundingClientRect = () => new DOMRect(0, -pixels, 400, 100_000);
  window.dispatchEvent(new Event("scroll"));
  await settled();
}

test("the first piece of 30,000 is drawn at once, and nothing else is in the document", () => {
  const { props, asked } = list(30_000);
  const place = drawn(<ChunkedList {...props} />);
  expect(names(place)).toHaveLength(CHUNK);
  expect(asked).toEqual([]);
  expect(place.querySelectorAll("*").length).toBeLessThan(3 * CHUNK);
});

test("scrolling draws what comes near, in its place, and lets go of the rest", async () => {
  const { props, asked } = list(30_000);
  const place = drawn(<ChunkedList {...props} />);
  await scrolled(place, 1_000_000);
  expect(asked.length).toBeGreaterThan(0);
  const shown = names(place);
  expect(shown).not.toContain("person 0");
  // 72 pixels a row until one was measured.
  expect(shown).toContain(`person ${Math.floor(1_000_000 / 72)}`);
  const heights = [...found(place, ".people").children].map((one) =>
    parseFloat((one as HTMLElement).style.blockSize || (one as HTMLElement).style.minHeight),
  );
  const before = heights[0] ?? 0;
  expect(before).toBeLessThanOrEqual(1_000_000);
  expect(before).toBeGreaterThan(1_000_000 - 3 * CHUNK * 72);
});

test("a row with the focus stays, however far away it was scrolled", async () => {
  const { props } = list(1000);
  const place = drawn(<ChunkedList {...props} />);
  found(place, "button").focus();
  await scrolled(place, 40_000);
  expect(names(place)).toContain("person 0");
  expect(document.activeElement?.textContent).toBe("person 0");
});

test("the rows of a list that did not change are not drawn again", async () => {
  const { props, rowsDrawn } = list(1000);
  const place = drawn(<ChunkedList {...props} />);
  await scrolled(place, 0);
  const once = rowsDrawn();
  await scrolled(place, 1);
  expect(rowsDrawn()).toBe(once);
});

test("what was measured stands for the pieces that are gone, and a short list before says nothing wrong of a long one", async () => {
  const short = list(4);
  const place = drawn(<ChunkedList {...short.props} />);
  const piece = found(place, "[data-piece]");
  Object.defineProperty(piece, "offsetHeight", {
    get: () => 100 * piece.querySelectorAll("button").length,
  });
  await settled();
  const long = list(1000);
  render(<ChunkedList {...long.props} />, place);
  await settled();
  await scrolled(place, 40_000);
  const [gap] = [...found(place, ".people").children] as HTMLElement[];
  // A hundred pixels a row now, not what four rows had for twenty.
  expect(parseFloat(gap?.style.blockSize ?? "") % (CHUNK * 100)).toBe(0);
  expect(names(place)).toContain("person 400");
});
