// @vitest-environment jsdom
/** What the popup asks where it is in doubt whose something is. */
import { answerWith } from "../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import { HistoriesPanel } from "../../src/dashboard/settings/histories-panel.tsx";
import { OverviewPane } from "../../src/popup/overview-pane.tsx";
import { EVERYBODY } from "../../src/popup/people/people-filters.tsx";
import type { Overview } from "../../src/protocol/views.ts";
import { asSettings } from "../../src/settings/settings.ts";
import { drawn, found, settled } from "../components/drawn.ts";
import { coverage, now } from "../components/invented-person.ts";

const nothing = (): void => {};
const overview: Overview = {
  history: "history-1",
  owner: { name: "Sam Example" },
  people: 0,
  interactions: 0,
  stale: [],
  staleCount: 0,
  coverage,
};

const pane = (more: Partial<Overview>): HTMLElement =>
  drawn(
    <OverviewPane
      overview={{ ...overview, ...more }}
      week={undefined}
      kept={asSettings({ mode: "badges" })}
      now={now}
      round={0}
      view="week"
      filter={EVERYBODY}
      entered={0}
      onView={nothing}
      onFilter={nothing}
      onOverdue={nothing}
      onEverybody={nothing}
      onPerson={nothing}
      onChange={nothing}
    />,
  );

test("whose it is what was seen too early is asked with the accounts there are, also in an empty history", async () => {
  const settledAs: unknown[] = [];
  answerWith({
    histories: () => [
      { name: "history-1", owner: { name: "Sam Example" }, shown: true, signedIn: true },
      { name: "history-2", owner: {}, shown: false, signedIn: false, aside: "replaced" },
    ],
    settleUnclaimed: (about) => void settledAs.push(about),
  });
  const place = pane({ unclaimed: 3 });
  await settled();
  expect(place.textContent).toContain("3 people were seen before it was known");
  expect(place.querySelectorAll("[name=give-unclaimed]")).toHaveLength(1);
  found(place, "[name=give-unclaimed]").click();
  await settled();
  found(place, "[name=drop-unclaimed]").click();
  await settled();
  expect(settledAs).toEqual([{ name: "history-1" }, {}]);
});

test("a history begun by mistake is said in the popup, and which one on the page", () => {
  expect(pane({ hasMistake: true }).textContent).toContain("may be a mistake");
  expect(found<HTMLAnchorElement>(pane({ hasMistake: true }), ".notice a").href).toMatch(
    /#settings\/accounts$/,
  );
  expect(pane({}).textContent).not.toContain("may be a mistake");
  const held = { owner: { name: "Kim" }, shown: false, signedIn: false };
  const page = drawn(
    <HistoriesPanel
      histories={{
        state: "answered",
        answer: [
          { ...held, name: "history-1" },
          { ...held, name: "history-2", isMistake: true },
        ],
      }}
      onChange={nothing}
    />,
  );
  const entries = [...page.querySelectorAll(".held-history")].map(({ textContent }) =>
    textContent?.includes("begun by mistake"),
  );
  expect(entries).toEqual([false, true]);
});
