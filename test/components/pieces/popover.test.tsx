// @vitest-environment jsdom
import type { ComponentChildren } from "preact";
import { expect, test } from "vitest";
import { Popover } from "../../../src/components/pieces/popover.tsx";
import { drawn, found, settled } from "../drawn.ts";

async function opened(children: () => ComponentChildren): Promise<HTMLElement> {
  const place = drawn(
    <Popover label="More" face="More" name="more">
      {children}
    </Popover>,
  );
  found(place, "[name=more]").click();
  await settled();
  return place;
}

test("the first choice has the focus when a popover opens", async () => {
  const place = await opened(() => <button type="button" name="first" />);
  expect(document.activeElement).toBe(found(place, "[name=first]"));
});

test("a select does not have the focus when a popover opens, so that no arrow key changes it unseen", async () => {
  const place = await opened(() => <select name="first" />);
  expect(document.activeElement).toBe(found(place, ".popover"));
});
