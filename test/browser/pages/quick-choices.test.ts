/**
 * Choices by keys that come faster than any of them is kept, while other views keep the background busy: what is shown in the end is what the
 * keys lead to, and what is kept.
 */
import type { Browser } from "webextension-polyfill";
import { expect, vi } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { first, openCard, popup, press } from "../support/popup-tasks.ts";
import { present } from "../support/states.ts";

declare const chrome: Browser;

/** Keys pressed in a field, and the value that they lead to. */
interface Quick {
  readonly field: string;
  /** One letter each: down, up, right; a space is itself. */
  readonly keys: string;
  readonly leadTo: string;
}

const KEYS: Readonly<Record<string, string | undefined>> = {
  d: "ArrowDown",
  u: "ArrowUp",
  r: "ArrowRight",
};

/**
 * Another view of ours that asks the background one thing after the other until it is closed. The page that keys are pressed in is opened after
 * it: in Firefox space presses nothing in a tab behind another.
 */
async function busyView(world: World): Promise<DrivenPage> {
  const other = await world.browser.openExtensionPage("src/welcome/index.html");
  await other.evaluate(() => {
    const askOn = (): void => {
      chrome.runtime.sendMessage({ ask: "week" }).then(askOn, () => {});
    };
    for (let asked = 0; asked < 6; asked += 1) askOn();
  });
  return other;
}

/** Presses keys one after the other, and waits for nothing in between. */
async function pressQuickly(page: DrivenPage, { field, keys }: Quick): Promise<void> {
  await page.waitFor(
    field,
    (selector) => {
      const all = [...document.querySelectorAll<HTMLElement>(selector)];
      (all.find((one) => one.matches(":checked")) ?? all[0])?.focus();
      return all.length > 0;
    },
    field,
  );
  for (const key of keys) await page.press(KEYS[key] ?? key);
}

/** What the fields show. */
const shown = (page: DrivenPage, all: readonly Quick[]): Promise<readonly string[]> =>
  page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const fields = [
          ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLButtonElement>(
            selector,
          ),
        ];
        if (fields.length > 1) {
          const chosen = fields.find((one) => one.matches(":checked"));
          return chosen?.value === "on"
            ? (chosen.closest("label")?.textContent ?? "")
            : (chosen?.value ?? "");
        }
        const [one] = fields;
        if (one instanceof HTMLInputElement) return String(one.checked);
        return one?.getAttribute("aria-pressed") ?? one?.value ?? "";
      }),
    all.map(({ field }) => field),
  );

const untilKept = (page: DrivenPage): Promise<boolean> =>
  page.waitFor("everything to be kept", () => document.querySelector(".act.under-way") === null);

/** Presses all the keys while the other view is busy, and compares what is shown with what is shown after `again`, which reads anew what is kept. */
async function expectKept(
  page: DrivenPage,
  other: DrivenPage | undefined,
  all: readonly Quick[],
  again: () => Promise<unknown>,
): Promise<void> {
  const wanted = all.map(({ leadTo }) => leadTo);
  for (const one of all) await pressQuickly(page, one);
  expect(await shown(page, all)).toEqual(wanted);
  await other?.close();
  await untilKept(page);
  expect(await shown(page, all)).toEqual(wanted);
  await again();
  // What is kept is read after the page is there.
  await vi.waitFor(async () => expect(await shown(page, all)).toEqual(wanted), 20_000);
}

inEachBrowser("quick choices", {}, (world) => {
  world.test("in the settings", async () => {
    const other = await busyView(world);
    const page = await world.browser.openExtensionPage("src/dashboard/index.html#settings");
    await expectKept(
      page,
      other,
      [
        { field: "[name=theme]", keys: "dududdudduu", leadTo: "light" },
        { field: "[name=per-week]", keys: "dudud", leadTo: "5" },
        { field: "[name=goal]", keys: "dddududu", leadTo: "2" },
        { field: "[name=first-day]", keys: "dduddddu", leadTo: "5" },
        { field: "[name=toolbar-number]", keys: "     ", leadTo: "true" },
        { field: "[name=badges-feed]", keys: "   ", leadTo: "false" },
        { field: "[name=badges-search]", keys: "    ", leadTo: "true" },
        { field: "[name=badges-lists]", keys: " ", leadTo: "false" },
        { field: "[name=show-rails]", keys: "     ", leadTo: "true" },
      ],
      async () => {
        await page.reload();
        await present(page, "[name=badges-feed]");
      },
    );
    // Which other fields there are hangs on it.
    await expectKept(
      page,
      undefined,
      [{ field: "[name=mode]", keys: "dudud", leadTo: "popup" }],
      () => page.reload().then(() => present(page, "[name=mode]")),
    );
  });

  world.test("in the popup", async () => {
    const other = await busyView(world);
    const page = await popup(world);
    const open = async () => {
      await press(page, "more", ".person:has(.actions)");
      await press(page, "Change the message…");
      await present(page, ".segments");
    };
    await open();
    await expectKept(
      page,
      other,
      [
        { field: "[name=hide]", keys: "     ", leadTo: "true" },
        { field: ".segments input", keys: "rrrrr", leadTo: "Formal" },
      ],
      async () => {
        await page.reload();
        await open();
      },
    );
    await expectKept(
      page,
      undefined,
      [{ field: "[name=hide]", keys: "   ", leadTo: "false" }],
      () => page.reload().then(() => present(page, "[name=hide]")),
    );
  });

  world.test("on the card of a person", async () => {
    const other = await busyView(world);
    const page = await popup(world);
    const name = await first(page);
    await openCard(page, name);
    await expectKept(
      page,
      other,
      [{ field: "[name=cadence]", keys: "ddduduu", leadTo: "14" }],
      async () => {
        await page.reload();
        await openCard(page, name);
      },
    );
  });

  world.test("in two windows in the same moment", async () => {
    const settings = async (): Promise<DrivenPage> => {
      const page = await world.browser.openExtensionPage("src/dashboard/index.html#settings");
      await present(page, "[name=goal]");
      return page;
    };
    const choose = (page: DrivenPage, selector: string, wanted: string) =>
      page.evaluate(
        (field, value) => {
          const select = document.querySelector<HTMLSelectElement>(field);
          if (!select) throw new Error(`no ${field}`);
          select.value = value;
          select.dispatchEvent(new Event("change", { bubbles: true }));
        },
        selector,
        wanted,
      );
    const [one, other] = [await settings(), await settings()];
    for (const [perWeek, goal] of [
      ["3", "1"],
      ["4", "2"],
      ["5", "3"],
      ["3", "4"],
    ] as const) {
      await Promise.all([
        choose(one, "[name=per-week]", perWeek),
        choose(other, "[name=goal]", goal),
      ]);
      for (const page of [one, other]) await untilKept(page);
      const again = await settings();
      expect(
        await again.evaluate(() =>
          ["per-week", "goal"].map(
            (name) => document.querySelector<HTMLSelectElement>(`[name=${name}]`)?.value,
          ),
        ),
      ).toEqual([perWeek, goal]);
      await again.close();
    }
  });
});
