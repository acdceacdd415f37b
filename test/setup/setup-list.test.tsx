// @vitest-environment jsdom
import { answerWith, extension, storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import { useKept } from "../../src/components/acts/use-kept.ts";
import { settings, watchSettings } from "../../src/components/kept-settings.ts";
import { Toasts } from "../../src/components/pieces/toast.tsx";
import type { Coverage } from "../../src/domain/tie/coverage.ts";
import { ArchiveLine } from "../../src/setup/archive-line.tsx";
import { SampleNotice } from "../../src/setup/sample-notice.tsx";
import { SetupList } from "../../src/setup/setup-list.tsx";
import { nextStep } from "../../src/setup/setup-steps.ts";
import { drawn, found, settled, settledFor } from "../components/drawn.ts";

const DAY = 86_400_000;
const NOW = Date.now();
const NOTHING: Coverage = { archives: [] };
const IN: Coverage = { archives: [{ from: 0, to: NOW, kinds: ["message"] }] };

/** The steps as the popup has them, following the settings. */
function Steps({ coverage, people }: { readonly coverage: Coverage; readonly people: number }) {
  const kept = useKept(settings, watchSettings);
  if (kept === "unread") return null;
  const step = nextStep(kept, coverage, NOW);
  return (
    <Toasts>
      {step && (
        <SetupList
          step={step}
          kept={kept}
          overview={{ people, coverage }}
          now={NOW}
          place="popup"
        />
      )}
    </Toasts>
  );
}

async function steps(coverage = NOTHING, people = 0): Promise<HTMLElement> {
  const place = drawn(<Steps coverage={coverage} people={people} />);
  await settled();
  return place;
}

const current = (place: HTMLElement): string =>
  found(place, "[aria-current=step] h3").textContent ?? "";

/** Presses a button, and lets the settings be kept, told and read again. */
async function press(place: HTMLElement, name: string): Promise<void> {
  const button = found(place, `[name=${name}]`);
  button.focus();
  button.click();
  await settledFor(300);
}

const permit = (answer: boolean) =>
  Object.assign(extension, {
    permissions: {
      ...extension.permissions,
      contains: async () => false,
      request: async () => answer,
    },
  });

beforeEach(() => {
  storedValues.clear();
  storedValues.set("mode", "badges");
  answerWith({});
  permit(true);
});

test("what was asked for is remembered with its moment, and can be taken back", async () => {
  const place = await steps();
  expect(current(place)).toContain("Ask LinkedIn");
  expect(document.activeElement).toBe(document.body);
  expect(found(place, ".request").textContent).toContain("Request archive");
  await press(place, "requested");
  const { requestedAt } = storedValues.get("setup") as { readonly requestedAt: number };
  expect(Math.abs(Date.now() - requestedAt)).toBeLessThan(60_000);
  expect(current(place)).toContain("Drop the ZIP");
  expect(found(place, ".setup-step > [role=status]").textContent).toMatch(
    /^Requested .* up to a day/,
  );
  expect(place.querySelectorAll(".setup-steps > .done")).toHaveLength(2);
  expect(document.activeElement).toBe(found(place, "[aria-current=step] h3"));
  await press(place, "not-requested");
  expect(storedValues.get("setup")).toBeUndefined();
  expect(current(place)).toContain("Ask LinkedIn");
  expect(document.activeElement).toBe(found(place, "[aria-current=step] h3"));
});

test("days later it says that the mail should be there, and at last to ask again", async () => {
  storedValues.set("setup", { requestedAt: NOW - 2 * DAY });
  expect((await steps()).textContent).toContain("The mail should be there by now");
  storedValues.set("setup", { requestedAt: NOW - 5 * DAY });
  const late = await steps();
  expect(late.textContent).toContain("has run out. Ask again.");
  expect(late.querySelector("[name=requested]")).not.toBeNull();
});

test("meanwhile it says how many people are known, and claims nothing else", async () => {
  expect((await steps(NOTHING, 7)).textContent).toContain(
    "knows 7 people from the pages you opened",
  );
  expect((await steps(NOTHING, 0)).textContent).toContain("open a profile on LinkedIn");
  storedValues.set("mode", "archive");
  expect((await steps(NOTHING, 0)).textContent).not.toContain("open a profile");
});

test("people whom an archive without messages brought are not said to come from pages", async () => {
  const connections: Coverage = { archives: [{ from: 0, to: NOW, kinds: ["connected"] }] };
  expect((await steps(connections, 500)).textContent).not.toContain("500 people");
});

/** Answers the table of those who exchanged something, each with who says so. */
const exchangedBy =
  (sources: readonly (string | undefined)[]) =>
  (about: unknown): unknown => {
    const { start, atMost } = about as { readonly start: number; readonly atMost: number };
    const rows = sources.slice(start, start + atMost).map((source) => ({ source }));
    return { rows, count: sources.length };
  };

test("with how many a page told the last exchange is said as soon as it is somebody, and before that nothing", async () => {
  let exchanged: readonly (string | undefined)[] = [];
  const asked: unknown[] = [];
  answerWith({
    peopleTable: (about) => {
      asked.push(about);
      return exchangedBy(exchanged)(about);
    },
  });
  const nobody = await steps(NOTHING, 11);
  expect(nobody.textContent).toContain("knows 11 people from the pages you opened");
  expect(nobody.textContent).not.toContain("last exchange");
  // What the user wrote down, and that the two were in touch elsewhere, no page showed.
  exchanged = ["hand", undefined];
  expect((await steps(NOTHING, 11)).textContent).not.toContain("last exchange");
  exchanged = ["page", "page", "hand", "page", undefined, "page"];
  expect((await steps(NOTHING, 11)).textContent).toContain(
    "For 4 of 11, a page showed when your last exchange was.",
  );
  expect(asked[0]).toMatchObject({ conditions: [{ of: "silence", is: "never", not: true }] });
  exchanged = Array.from({ length: 450 }, (_, place) => (place % 2 === 0 ? "page" : "hand"));
  expect((await steps(NOTHING, 500)).textContent).toContain("For 225 of 500");
});

test("what the pages told is also said when the steps are put away, until an archive is in", async () => {
  answerWith({ peopleTable: exchangedBy(["page", "page", "page", "page"]) });
  const line = async (mode: "badges" | "archive", coverage: Coverage): Promise<string | null> => {
    const place = drawn(
      <ArchiveLine kept={{ mode, setup: {} }} coverage={coverage} now={NOW} people={11} />,
    );
    await settled();
    return place.textContent;
  };
  const told = "For 4 of 11, a page showed when your last exchange was.";
  expect(await line("badges", NOTHING)).toContain(told);
  expect(await line("archive", NOTHING)).not.toContain(told);
  expect(await line("badges", IN)).toBe("");
});

test.each([
  ["put away", "put-away", NOTHING, {}],
  ["answered with a no", "call-no", IN, { asksForCall: true }],
] as const)(
  "when the steps are %s, the focus goes to the search and not to the page",
  async (_title, name, coverage, setup) => {
    storedValues.set("setup", setup);
    const place = await steps(coverage, 3);
    const search = document.body.appendChild(document.createElement("input"));
    search.setAttribute("role", "searchbox");
    await press(place, name);
    expect(place.querySelector(".setup")).toBeNull();
    expect(document.activeElement).toBe(search);
    search.remove();
  },
);

test("it can be put away, and a line leads back to the archive", async () => {
  const place = await steps();
  await press(place, "put-away");
  expect(place.querySelector(".setup")).toBeNull();
  const line = drawn(<ArchiveLine kept={{ setup: {} }} coverage={NOTHING} now={NOW} people={11} />);
  expect(found<HTMLAnchorElement>(line, "a").getAttribute("href")).toContain("dashboard");
  const none = drawn(<ArchiveLine kept={{ setup: {} }} coverage={IN} now={NOW} people={11} />);
  expect(none.textContent).toBe("");
  const requested = { setup: { requestedAt: NOW } };
  const waits = drawn(<ArchiveLine kept={requested} coverage={IN} now={NOW} people={11} />);
  expect(waits.textContent).toContain("Archive requested");
});

test("at its end it asks once whether to call back, on which day and at what time", async () => {
  storedValues.set("setup", { asksForCall: true });
  const place = await steps(IN, 400);
  const day = found<HTMLSelectElement>(place, "[name=call-day]");
  day.value = "4";
  day.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
  await press(place, "call-yes");
  expect(storedValues.get("preferences")).toMatchObject({
    toolbarNumber: true,
    callOn: 4,
    callAtMinutes: 540,
  });
  expect(storedValues.get("setup")).toEqual({ asksForCall: false });
  expect(place.querySelector(".setup")).toBeNull();
  expect(found(place, ".toast").textContent).toContain("See you on Thursday.");
});

test("where the browser allows no notification, the number on the icon is what there is, and it is said", async () => {
  permit(false);
  storedValues.set("setup", { asksForCall: true });
  const place = await steps(IN, 400);
  await press(place, "call-yes");
  expect(storedValues.get("preferences")).toEqual({ perWeek: 4, toolbarNumber: true });
  expect(found(place, ".toast").textContent).toContain("allows no notifications");
});

test("a no is a no: nothing is changed but that it was asked", async () => {
  storedValues.set("setup", { asksForCall: true });
  const place = await steps(IN, 400);
  await press(place, "call-no");
  expect(storedValues.has("preferences")).toBe(false);
  expect(storedValues.get("setup")).toEqual({ asksForCall: false });
  expect(place.querySelector(".setup")).toBeNull();
});

test("over invented people stands that they are, with the way to be rid of them", async () => {
  const history = { name: "history-1", owner: {}, shown: true, signedIn: false };
  const removed = vi.fn<(about: unknown) => void>();
  const changed = vi.fn<() => void>();
  answerWith({ histories: () => [history], removeHistory: removed });
  const own = drawn(<SampleNotice onChange={changed} />);
  await settled();
  expect(own.textContent).toBe("");
  answerWith({ histories: () => [{ ...history, aside: "sample" }], removeHistory: removed });
  const sample = drawn(<SampleNotice onChange={changed} />);
  await settled();
  expect(sample.textContent).toContain("These people are invented.");
  found(sample, "[name=remove-sample]").click();
  await settled();
  expect(removed).toHaveBeenCalledExactlyOnceWith({ name: "history-1" });
  expect(changed).toHaveBeenCalledOnce();
});
