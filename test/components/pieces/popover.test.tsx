// @vitest-environment jsdom
import type { ComponentChildren } from "preact";
import { expect, test } from "vitest";
import { Popover } from "../../../src/components/pieces/popover.tsx";
import { nameInSentence } from "../../../src/words/name-text.ts";
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

test("a sign says under the pointer what it means, but names nobody there", () => {
  const title = (label: string) =>
    found(
      drawn(
        <Popover label={label} face={<i />}>
          {() => null}
        </Popover>,
      ),
      "button",
    );
  expect(title("More").title).toBe("More");
  const named = title(`More about ${nameInSentence("Alex Example")}`);
  expect([named.title, named.ariaLabel ?? named.getAttribute("aria-label")]).toEqual([
    "",
    "More about \u2068Alex Example\u2069",
  ]);
});

test("the first choice has the focus when a popover opens", async () => {
  const place = await opened(() => <button type="button" name="first" />);
  expect(document.activeElement).toBe(found(place, "[name=first]"));
});

test("a select does not have the focus when a popover opens, so that no arrow key changes it unseen", async () => {
  const place = await opened(() => <select name="first" />);
  expect(document.activeElement).toBe(found(place, ".popover"));
});
