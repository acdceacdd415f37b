// @vitest-environment jsdom
import { storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { Welcome } from "../../src/welcome/welcome.tsx";
import { drawn, found, settled } from "../components/drawn.ts";

beforeEach(() => storedValues.clear());

test("nothing is stored before a choice", async () => {
  drawn(<Welcome />);
  await settled();
  expect([...storedValues]).toEqual([]);
});

test("what is read, drawn and kept, and what the terms say, stand before the choice", async () => {
  const words = drawn(<Welcome />).textContent ?? "";
  const places = [
    "What it reads",
    "What it draws",
    "What it keeps",
    "user agreement forbids",
    "How far may",
  ].map((part) => words.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test.each(["badges", "popup", "archive"])(
  "choosing %s keeps the choice and says what happens next",
  async (mode) => {
    const place = drawn(<Welcome />);
    await settled();
    expect(place.querySelector(".after")).toBeNull();
    found(place, `button[name=mode][value=${mode}]`).click();
    await settled();
    expect([...storedValues]).toEqual([["mode", mode]]);
    expect(found(place, "[aria-pressed=true]").getAttribute("value")).toBe(mode);
    expect(found(place, ".after").textContent).toContain("choose otherwise");
  },
);

test("a choice made before is shown and can be changed", async () => {
  storedValues.set("mode", "badges");
  const place = drawn(<Welcome />);
  await settled();
  expect(found(place, "[aria-pressed=true]").getAttribute("value")).toBe("badges");
  found(place, "button[value=archive]").click();
  await settled();
  expect(storedValues.get("mode")).toBe("archive");
});
