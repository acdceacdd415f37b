// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import { ImportResult } from "../../../src/dashboard/import/import-result.tsx";
import { drawn, found, settled } from "../../components/drawn.ts";
import { now } from "../../components/invented-person.ts";

Element.prototype.scrollIntoView ??= () => {};

test("where the result cannot be had, it is said why", async () => {
  answerWith({});
  const place = drawn(<ImportResult span={undefined} now={now} />);
  await settled();
  expect(found(place, "[role=alert]").textContent).not.toBe("");
  expect(place.querySelector(".waiting")).toBeNull();
});
