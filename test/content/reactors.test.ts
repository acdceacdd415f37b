import { expect, test } from "vitest";
import type { Alias } from "../../src/domain/person/person.ts";
import type { Sighting } from "../../src/domain/interactions/sighting.ts";
import { peopleOnPage } from "../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../src/linkedin/address/urls.ts";
import { expected, fixturePage } from "../linkedin/fixture-page.ts";
import { observationsIn } from "./observations-in.ts";

const LAYOUTS = ["own-post-reactors-ember-2025", "own-post-reactors-sdui-2026"];
const NORA: readonly Alias[] = ["slug:nora-field"];
const POST_AT = Number(7220000000000000001n >> 22n);
const NOW = POST_AT + 40 * 86_400_000;

/** The post's own count of reactions, a comment's, and the post's count of comments. */
const COUNT = {
  post: '[data-reaction-details], a[href*="/feed/update/"]',
  comment:
    '[data-id^="urn:li:comment:"] button:last-of-type, [componentkey^="replaceableComment_"] button:last-of-type',
};

interface Page {
  readonly document: Document;
  readonly notice: (part?: ParentNode, now?: number) => readonly Sighting[];
  readonly press: (selector: string, place?: number) => void;
}

function open(
  layout: string,
  {
    viewer = NORA,
    address = expected(layout).url,
  }: { viewer?: readonly Alias[]; address?: string } = {},
): Page {
  const document = fixturePage(layout, "nested links kept");
  const newIn = observationsIn(document);
  return {
    document,
    notice(part = document, now = NOW) {
      const people = peopleOnPage(part, pageOf(address)).filter(
        ({ aliases }) => !aliases.some((alias) => viewer.includes(alias)),
      );
      return newIn(part, address, people, viewer, now);
    },
    press(selector, place = 0) {
      const found = document.querySelectorAll(selector)[place];
      const inner = found?.querySelector("span, p") ?? found;
      const { MouseEvent } = document.defaultView!;
      if (!inner) throw new Error(`no ${selector}`);
      const click = new MouseEvent("click", { bubbles: true, cancelable: true });
      document.addEventListener("click", (event) => event.preventDefault());
      inner.dispatchEvent(click);
    },
  };
}

const reactions = (said: readonly Sighting[]) =>
  said.flatMap((one) =>
    one.what === "interaction" && one.interaction.kind === "reaction"
      ? [{ ...one.interaction, who: one.person.name }]
      : [],
  );

const fact = {
  kind: "reaction",
  direction: "in",
  from: POST_AT,
  to: NOW,
  ref: "activity:7220000000000000001",
  sources: ["page"],
};

for (const layout of LAYOUTS) {
  test(`${layout}: everybody in the list opened at the own post reacted since it was written`, () => {
    const page = open(layout);
    page.press(COUNT.post);
    expect(reactions(page.notice())).toEqual([
      { ...fact, who: "Otto Brandt" },
      { ...fact, who: "Zoë Sample" },
    ]);
    expect(reactions(page.notice(page.document, NOW + 60_000))).toEqual([]);
  });

  test(`${layout}: a row that is loaded later, after its tab was pressed, is the same post's`, () => {
    const page = open(layout);
    const rows = page.document.querySelectorAll('li, [role="listitem"]');
    const late = [...rows].find((row) => row.textContent.includes("Zoë"));
    const list = late?.parentElement;
    late?.remove();
    page.press(COUNT.post);
    expect(reactions(page.notice()).map(({ who }) => who)).toEqual(["Otto Brandt"]);
    page.press('[role="tab"], [role="radiogroup"] button');
    if (late) list?.append(late);
    expect(reactions(page.notice(late)).map(({ who }) => who)).toEqual(["Zoë Sample"]);
  });

  test(`${layout}: a list opened at a comment, whosever it is, or by nobody knows what, says nothing`, () => {
    const page = open(layout);
    expect(reactions(page.notice())).toEqual([]);
    for (const comment of [0, 1]) {
      page.press(COUNT.post);
      page.press(COUNT.comment, comment);
      expect(reactions(page.notice())).toEqual([]);
    }
    page.press("title");
    expect(reactions(page.notice())).toEqual([]);
  });

  test(`${layout}: a comment that is not known as one is none of the post's either`, () => {
    const page = open(layout);
    const [comment] = page.document.querySelectorAll(
      '[data-id^="urn:li:comment:"], [componentkey^="replaceableComment_"]',
    );
    comment?.removeAttribute("data-id");
    comment?.removeAttribute("componentkey");
    const count = comment?.querySelector("button:last-of-type");
    count?.setAttribute("id", "unknown");
    page.press("#unknown");
    expect(reactions(page.notice())).toEqual([]);
  });

  test(`${layout}: on somebody else's post, and among many posts, the list says nothing`, () => {
    for (const other of [
      { viewer: ["slug:mira-lindqvist"] as const },
      { address: "https://www.linkedin.com/feed/" },
      { address: "https://www.linkedin.com/in/nora-field/recent-activity/all/" },
    ]) {
      const page = open(layout, other);
      page.press(COUNT.post);
      expect(reactions(page.notice())).toEqual([]);
    }
  });

  test(`${layout}: what a company hands on of the viewer's is the company's`, () => {
    const page = open(layout);
    const [author] = page.document.querySelectorAll('[data-urn] a, [componentkey^="expanded"] a');
    const company = page.document.createElement("a");
    company.href = "/company/tin-whistle/posts/";
    company.append("Tin Whistle");
    author?.before(company);
    page.press(COUNT.post);
    expect(reactions(page.notice())).toEqual([]);
  });

  test(`${layout}: nobody in the list is taken for the post's author`, () => {
    const page = open(layout, { viewer: ["slug:somebody-else"] });
    page.press(COUNT.post);
    const authors = page
      .notice()
      .flatMap((one) => (one.what === "author" ? [[one.subject, one.person.name]] : []));
    expect(new Map(authors as [string, string][])).toEqual(
      new Map([
        ["activity:7220000000000000001", "Nora Field"],
        ["activity:7220000000000000001/7220100000000000001", "Mira Lindqvist"],
        ["activity:7220000000000000001/7220200000000000001", "Nora Field"],
      ]),
    );
    expect(authors).toHaveLength(3);
  });
}
