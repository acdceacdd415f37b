import { askPage } from "../asking.ts";
import type { FeedPage, NotificationsPage, PeoplePage, PostPage } from "../page.ts";
import { appLink, picture, slugPath, twice, type Drawing } from "./drawing.ts";
import { el, marker, replacedWhole } from "./element.ts";
import { personRow } from "./people.ts";
import { post } from "./feed/post.ts";
import { skeleton } from "./skeleton.ts";

/** Calls `load` whenever the end of a list comes near the window, until it says there is no more. */
function endless(end: HTMLElement, load: () => Promise<boolean>): void {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.unobserve(end);
      load().then((more) => {
        if (more && end.isConnected) observer.observe(end);
      }, console.error);
    },
    { rootMargin: "900px 0px" },
  );
  observer.observe(end);
}

function paging({ names, go }: Drawing, page: PeoplePage): HTMLElement | undefined {
  if (!page.pages) return undefined;
  const { page: here, last } = page.pages;
  const items = [here - 1, here, here + 1]
    .filter((number) => number >= 1 && number <= last)
    .map((number) => {
      const made = el(
        "button",
        {
          class: names("tiny-button"),
          type: "button",
          "aria-label": `Page ${number}`,
          "aria-current": number === here ? "true" : undefined,
        },
        el("span", {}, String(number)),
      );
      made.addEventListener("click", () => {
        const url = new URL(page.path, location.origin);
        url.searchParams.set("page", String(number));
        go(`${url.pathname}${url.search}`);
      });
      return el("li", { class: "artdeco-pagination__indicator" }, replacedWhole(made));
    });
  return el(
    "div",
    { class: names("artdeco-pagination paging") },
    el("ul", { class: names("artdeco-pagination__pages meta") }, ...items),
  );
}

/** The head of every page of a company, with somebody who works there. */
function companyHead({ names }: Drawing, { heading, rows }: PeoplePage): HTMLElement {
  const [known] = rows;
  return el(
    "section",
    { class: `${names("artdeco-card")} org-top-card` },
    el("h1", { class: names("title") }, heading),
    el(
      "div",
      { class: "org-top-card-secondary-content__social-proof" },
      known &&
        el(
          "a",
          {
            class: "org-top-card-secondary-content__insight",
            href: `https://www.linkedin.com/in/${known.person.memberId}`,
          },
          el("img", { alt: "" }),
          el("h2", {}, `${known.person.name} works here`),
        ),
    ),
  );
}

/** A page that is a list of people. */
export function peoplePage(
  drawing: Drawing,
  heading: PeoplePage | undefined,
  page: PeoplePage | undefined,
): HTMLElement {
  const { names, settings } = drawing;
  const list = el("ul", {
    role: "list",
    class: names(page?.surface === "company" ? "grid" : "rows"),
  });
  const end = el("div", { class: names("end") });
  if (page) {
    const { surface, rows, total } = page;
    list.append(
      ...el("ul", {}, ...rows.map((row, index) => personRow(drawing, surface, row, index)))
        .childNodes,
    );
    let next = page.start + rows.length;
    if (!page.pages && next < total) {
      endless(end, async () => {
        const separator = page.path.includes("?") ? "&" : "?";
        const more = await askPage(`${page.path}${separator}start=${next}`, settings);
        if (!more || !("rows" in more)) return false;
        list.append(
          ...more.rows.map((row, index) => personRow(drawing, surface, row, next + index)),
        );
        next += more.rows.length;
        return more.rows.length > 0 && next < total;
      });
    }
  }
  const body = page
    ? [page.pages ? list : replacedWhole(list), end, paging(drawing, page)]
    : [skeleton(drawing, 10)];
  const isCompany = page?.surface === "company";
  // Only one of a company's pages lists the people.
  if (isCompany && !/\/people\b/.test(page.path))
    return el("main", { class: names("column") }, companyHead(drawing, page));
  return el(
    "main",
    { class: names("scaffold-layout__main column") },
    isCompany ? companyHead(drawing, page) : undefined,
    el(
      "section",
      { class: names("artdeco-card") },
      heading
        ? el("h1", { class: names("title") }, marker(), heading.heading, marker())
        : skeleton(drawing, 1),
      ...body,
    ),
  );
}

/** The home page. */
export function feedPage(drawing: Drawing, page: FeedPage | undefined): HTMLElement {
  const { names, settings, viewer } = drawing;
  if (!page) return el("main", { class: names("column") }, skeleton(drawing, 12));
  const list = el(
    "div",
    { class: "scaffold-finite-scroll__content" },
    ...page.posts.map((one) => post(drawing, one, false)),
  );
  const end = el("div", { class: names("end") });
  let next = settings.count ?? 8;
  if (next < page.total) {
    endless(end, async () => {
      const more = await askPage(`/feed/?start=${next}`, settings);
      if (more?.surface !== "feed") return false;
      list.append(...more.posts.map((one) => post(drawing, one, false)));
      next += 10;
      return next < more.total;
    });
  }
  const card = el(
    "aside",
    { class: names("artdeco-card me scaffold-layout__sidebar") },
    appLink(drawing, `${slugPath(viewer)}/`, {}, picture(drawing, viewer, "", "large")),
    appLink(
      drawing,
      `${slugPath(viewer)}/`,
      {},
      el("div", { class: names("t-bold") }, viewer.name),
    ),
    el("p", { class: names("t-12") }, viewer.headline),
  );
  return el(
    "div",
    { class: names("columns three") },
    card,
    el("main", { class: names("scaffold-layout__main column") }, replacedWhole(list), end),
  );
}

/** One post. */
export function postPage(drawing: Drawing, page: PostPage | undefined): HTMLElement {
  return el(
    "main",
    { class: drawing.names("column") },
    page ? post(drawing, page.post, true) : skeleton(drawing, 8),
  );
}

/** What others did with the viewer's posts. */
export function notificationsPage(
  drawing: Drawing,
  page: NotificationsPage | undefined,
): HTMLElement {
  const { names } = drawing;
  if (!page) return el("main", { class: names("column") }, skeleton(drawing, 10));
  const cards = page.notices.map(({ person, what, post: id, age }) =>
    el(
      "article",
      { class: names("nt-card meta result") },
      appLink(
        drawing,
        `${slugPath(person)}/`,
        { class: "nt-card__image" },
        picture(drawing, person, person.name, "small"),
      ),
      appLink(
        drawing,
        id === undefined ? slugPath(person) : `/feed/update/urn:li:activity:${id}/`,
        { class: "nt-card__headline grow" },
        el("span", {}, el("strong", {}, person.name), ` ${what}`),
      ),
      el("p", { class: names("nt-card__time-ago t-12") }, ...twice(age, age)),
    ),
  );
  return el(
    "main",
    { class: names("column") },
    el("section", { class: names("artdeco-card nt-card-list") }, ...cards),
  );
}
