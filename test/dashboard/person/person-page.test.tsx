// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { Toasts } from "../../../src/components/pieces/toast.tsx";
import { PersonPage } from "../../../src/dashboard/person/person-page.tsx";
import type { KnownDetails } from "../../../src/person/use-person.ts";
import { alex, now } from "../../components/invented-person.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

const facts = alex();

const DETAILS: KnownDetails = {
  seenName: "Alex Example",
  aliases: ["member:ACoAAExample", "slug:alex-example"],
  choices: { notes: [{ id: "n1", text: "Sails.", at: 1 }] },
  career: [{ company: "Example Works", title: "Cooper", at: now - 9e9, until: now }],
  work: [
    {
      company: "Example Works",
      title: "Cooper",
      at: now - 9e9,
      until: now,
      sources: ["archive:1", "page"],
    },
  ],
  shared: [
    { name: "Example Works", current: true, theirs: true, years: [] },
    { name: "Old School", current: false, school: true, theirs: false, years: [] },
  ],
  mutual: 12,
  removed: [],
  parts: [],
  introducers: [{ id: facts.id, name: "Bo Sample", tie: facts.tie }],
  rules: [],
  questions: [],
  sides: [],
};

let told: (readonly [string, unknown])[] = [];

beforeEach(() => {
  told = [];
  location.hash = `#person/${facts.id}`;
  const hear = (question: string) => (about: unknown) => {
    told.push([question, about]);
  };
  answerWith({
    personCard: () => facts,
    personDetails: () => DETAILS,
    deleteInteraction: hear("deleteInteraction"),
    deletePeople: hear("deletePeople"),
  });
});

async function page(): Promise<HTMLElement> {
  const place = drawn(
    <Toasts>
      <PersonPage id={facts.id} now={now} />
    </Toasts>,
  );
  await settled();
  return place;
}

test("the page says who it is, what is known and from where, and has the focus", async () => {
  const place = await page();
  expect(document.activeElement?.textContent).toBe("Alex Example");
  const known = found(place, ".person-known").textContent;
  expect(known).toContain("Cooper");
  expect(known).toContain("seen on a page");
  expect(known).toContain("from your archive");
  expect(known).toContain("Mutual connections12");
  expect(place.textContent).toContain("You both work at ⁨Example Works⁩.");
  expect(place.textContent).toContain("You were both at ⁨Old School⁩.");
  expect(place.textContent).toContain("Bo Sample");
  expect(found<HTMLTextAreaElement>(place, ".notes li:nth-child(2) textarea").value).toBe("Sails.");
});

test("the sources are counted with what each of them shows", async () => {
  const rows = [...(await page()).querySelectorAll(".known-sources tbody tr")];
  expect(rows.map(({ textContent }) => textContent)).toEqual(["Archive1", "Page2"]);
});

test("the picture of the tie is looked into, and has a table behind it", async () => {
  const place = await page();
  const bars = () => place.querySelectorAll(".timeline-chart .from-them").length;
  // Both messages are of one week.
  expect(bars()).toBe(1);
  const rows = [...place.querySelectorAll(".numbers tbody tr")].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    [expect.stringMatching(/^Feb 16.*22, 2026$/), "Messages and mail", "1", "1", "0"],
  ]);
  found(place, "[name=zoom-in]").click();
  await settled();
  expect(bars()).toBe(0);
  found(place, "[name=earlier]").click();
  await settled();
  // In a shorter time each day has a bar.
  expect(bars()).toBe(2);
  found(place, "[name=zoom-all]").click();
  await settled();
  expect(bars()).toBe(1);
});

test("what can be done on the card can be done here: a panel stands in place of the page", async () => {
  const place = await page();
  found(place, ".wrong").click();
  await settled();
  expect(told.map(([question]) => question)).toEqual(["deleteInteraction"]);
  found(place, "[name=person-menu]").click();
  await settled();
  const choices = [...place.querySelectorAll<HTMLElement>(".popover .menu-choice")];
  expect(choices.map(({ textContent }) => textContent)).not.toContain("Open page");
  choices.at(-1)?.click();
  await settled();
  expect(place.querySelector(".person-columns")).toBeNull();
  found(place, ".button.danger").click();
  await settled();
  found(place, "[role=alert] .button.danger").click();
  await settled();
  expect(told.at(-1)).toEqual(["deletePeople", { ids: [facts.id] }]);
  expect(location.hash).toBe("#people");
});

test("the way back from a panel names the person where names can be hidden, and leads the focus to the page", async () => {
  const place = await page();
  found(place, "[name=person-menu]").click();
  await settled();
  [...place.querySelectorAll<HTMLElement>(".popover .menu-choice")].at(-1)?.click();
  await settled();
  const back = found(place, "[name=back]");
  expect(found(back, "bdi").textContent).toBe("Alex Example");
  back.focus();
  back.click();
  await settled();
  expect(place.querySelector(".person-columns")).not.toBeNull();
  expect(document.activeElement).toBe(found(place, "h1"));
});

test("nobody is shown under a handle that leads to nobody", async () => {
  answerWith({});
  const place = await page();
  expect(place.querySelector("[role=alert]")).not.toBeNull();
  expect(found(place, "a").getAttribute("href")).toBe("#people");
});
