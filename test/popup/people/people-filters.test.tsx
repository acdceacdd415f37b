// @vitest-environment jsdom
import "../../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import {
  EVERYBODY,
  type Filter,
  PeopleFilters,
} from "../../../src/popup/people/people-filters.tsx";
import { drawn, found, settled } from "../../components/drawn.ts";

const DATES = [
  ["Connected since", "connectedFrom"],
  ["Connected before", "connectedTo"],
] as const;

/** The date field of a filter, with what is chosen in it from then on. */
async function dateField(label: string, filter: Filter) {
  const chosen: Filter[] = [];
  const place = drawn(
    <PeopleFilters
      filter={filter}
      onFilter={(another) => chosen.push(another)}
      onBack={() => undefined}
    />,
  );
  found(place, "[name=filters]").click();
  await settled();
  const field = [...place.querySelectorAll("label")]
    .find((one) => one.textContent === label)
    ?.querySelector("input");
  if (!field) throw new Error(`no field "${label}"`);
  return { field, chosen };
}

test.each(DATES)(
  "%s: the day that is chosen is the day that is asked for and shown",
  async (label, key) => {
    const { field, chosen } = await dateField(label, EVERYBODY);
    field.value = "2026-02-15";
    field.dispatchEvent(new FocusEvent("blur"));
    const withDay = { ...EVERYBODY, [key]: new Date(2026, 1, 15).getTime() };
    expect(chosen).toEqual([withDay]);
    expect((await dateField(label, withDay)).field.value).toBe("2026-02-15");
  },
);
