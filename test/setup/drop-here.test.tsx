// @vitest-environment jsdom
import { extension } from "../words/extension-of-the-tests.ts";
import { expect, test, vi } from "vitest";
import { DropHere } from "../../src/setup/drop-here.tsx";
import { drawn, settled } from "../components/drawn.ts";

test.each([
  ["in the toolbar popup, where no place for files is drawn, nothing is taken", true],
  ["where a place for files is drawn, files that are dropped beside it are taken", false],
])("%s", async (_title, isPopup) => {
  vi.spyOn(extension.extension, "getViews").mockReturnValue((isPopup ? [window] : []) as never);
  const place = drawn(<DropHere />);
  await settled();
  const over = Object.assign(new Event("dragover", { cancelable: true }), {
    dataTransfer: { types: ["Files"], dropEffect: "none" },
  });
  window.dispatchEvent(over);
  await settled();
  expect(over.defaultPrevented).toBe(!isPopup);
  expect(place.querySelector(".drop-here.over") === null).toBe(isPopup);
  vi.restoreAllMocks();
});
