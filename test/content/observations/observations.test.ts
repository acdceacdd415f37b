// @vitest-environment jsdom
import { beforeAll, expect, test } from "vitest";
import type { InventedInteraction } from "../../../practice/network/invented.ts";
import { network, type Network } from "../../../practice/network/network.ts";
import { conversationId } from "../../../practice/network/site-ids.ts";
import type { CommentView, Page, PersonView, PostView } from "../../../practice/site/page.ts";
import type { Observations } from "../../../src/content/observations/observations.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import { peopleOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { aliasesFromUrl, pageOf } from "../../../src/linkedin/address/urls.ts";
import { drawPage, practicePage, type Drawn } from "../drawn-page.ts";
import { observationsIn } from "../observations-in.ts";

const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ja", "zh", "ar", "iw"];
/** West and east of UTC, as far as it goes. */
const ZONES = ["Pacific/Honolulu", "UTC", "Pacific/Kiritimati"];

const NOW = Date.UTC(2026, 9, 20, 9, 30);
const DAY_MS = 86_400_000;
const made = network({ seed: 5, people: 40, years: 4, now: NOW });
const viewer: readonly Alias[] = [
  `slug:${made.viewer.slug}`,
  `member:${made.viewer.memberId}`,
  `number:${made.viewer.memberNumber}`,
];

/** Midnight in the process's time zone, of the day that `now` lies in. */
const midnight = (now: number): number => new Date(now).setHours(0, 0, 0, 0);

/** One fact in a line, by the person's slug. */
function line(
  who: string,
  { kind, direction, from, to, ref, groupSize }: Omit<Interaction, "sources">,
) {
  return [who, kind, direction, from, to, ref ?? "", groupSize ?? 1].join(" | ");
}

function slugOf(aliases: readonly Alias[], { people }: Network): string {
  const one = people.find(
    ({ slug, memberId, memberNumber }) =>
      aliases.includes(`slug:${slug}`) ||
      aliases.includes(`member:${memberId}`) ||
      aliases.includes(`number:${memberNumber}`),
  );
  return one?.slug ?? aliases.join();
}

/** What is observed of the whole document, in lines. */
function observed(
  newIn: Observations,
  address: string,
  now: number,
  part: ParentNode = document,
): readonly Sighting[] {
  const people = peopleOnPage(part, pageOf(address)).filter(
    ({ aliases }) => !aliases.some((alias) => viewer.includes(alias)),
  );
  return newIn(part, address, people, viewer, now);
}

const lines = (sightings: readonly Sighting[], of: Network): readonly string[] =>
  sightings
    .flatMap((one) =>
      one.what === "interaction" ? [line(slugOf(one.person.aliases, of), one.interaction)] : [],
    )
    .sort();

async function facts(drawn: Omit<Drawn, "network" | "now">, of = made, now = NOW) {
  const { page, address } = await drawPage({ network: of, now, ...drawn });
  return {
    page,
    found: lines(observed(observationsIn(document), address, now), of),
  };
}

/** Every language in every time zone, for what is shown in the browser's time. */
const EVERYWHERE = ZONES.flatMap((zone) => LANGUAGES.map((lang) => [lang, zone] as const));

/** Every language in one of the time zones. */
const EVERY_LANGUAGE = LANGUAGES.map((lang, place) => [lang, ZONES[place % 3] ?? ""] as const);

beforeAll(() => () => {
  delete process.env["TZ"];
});

test.each(EVERYWHERE)("messages around midnight are exact in %s, %s", async (lang, zone) => {
  process.env["TZ"] = zone;
  const day = midnight(NOW);
  const ref = conversationId("00000000-0000-4000-8000-0000000000ab");
  const said: readonly InventedInteraction[] = [
    { kind: "message", direction: "in", at: day - 500, conversationId: ref },
    { kind: "message", direction: "in", at: day + 500, conversationId: ref },
    { kind: "message", direction: "out", at: day + 1500, conversationId: ref },
  ];
  const [first, ...others] = made.people;
  if (first === undefined) throw new Error("nobody");
  const some = { ...made, people: [{ ...first, interactions: said }, ...others] };
  const { found } = await facts(
    { path: `/messaging/thread/${ref}/`, layout: "older", lang },
    some,
    day + 60_000,
  );
  expect(found).toEqual(
    said
      .map(({ kind, direction, at }) =>
        line(first.slug, { kind, direction, from: at, to: at, ref }),
      )
      .sort(),
  );
});

/** What the comments of a post say about the viewer and others: from the server's side, without a page. */
function commentsSaid({ author, shown, id: post }: PostView): readonly string[] {
  const isMe = (person: PersonView | undefined) => person?.relation === "self";
  const said = (one: CommentView, parent: PersonView | undefined): readonly string[] => {
    const at = Number(BigInt(one.id) >> 22n);
    const to = [author, parent].filter((other) => other !== undefined);
    const fact = { kind: "comment", from: at, to: at, ref: one.id } as const;
    const slugs = [...new Set(to.filter((other) => !isMe(other)).map(({ slug }) => slug))];
    const own = isMe(one.author)
      ? slugs.map((slug) => line(slug, { ...fact, direction: "out" }))
      : to.some(isMe)
        ? [line(one.author.slug, { ...fact, direction: "in" })]
        : [];
    const mention = one.mention && mentionSaid(one.author, one.mention, one.id);
    return [...own, ...(mention ?? []), ...one.replies.flatMap((reply) => said(reply, one.author))];
  };
  const mentionSaid = (by: PersonView, of: PersonView, id: string): readonly string[] => {
    const at = Number(BigInt(id) >> 22n);
    const ref = id === post ? `activity:${id}` : id;
    const fact = { kind: "mention", from: at, to: at, ref } as const;
    if (isMe(by)) return isMe(of) ? [] : [line(of.slug, { ...fact, direction: "out" })];
    return isMe(of) ? [line(by.slug, { ...fact, direction: "in" })] : [];
  };
  return shown.flatMap((one) => said(one, undefined)).sort();
}

/** A post that the viewer commented on, or one of the viewer's own that others commented on. */
const commented = (side: "in" | "out"): readonly string[] =>
  made.people
    .flatMap(({ interactions }) =>
      interactions.flatMap(({ kind, direction, postId }) =>
        kind === "comment" && direction === side && postId !== undefined ? [postId] : [],
      ),
    )
    .slice(0, 1);

for (const layout of ["current", "older"] as const) {
  test.each(EVERY_LANGUAGE)(
    `comments and mentions are exact in the ${layout} layout, in %s, %s`,
    async (lang, zone) => {
      process.env["TZ"] = zone;
      for (const post of [...commented("out"), ...commented("in")]) {
        const { page, found } = await facts({
          path: `/feed/update/urn:li:activity:${post}/`,
          layout,
          lang,
        });
        if (page.surface !== "post") throw new Error("no post");
        const expected = commentsSaid(page.post);
        expect(expected.length).toBeGreaterThan(0);
        expect(found).toEqual(expected);
      }
    },
  );
}

test.each(
  EVERYWHERE.flatMap(([lang, zone]) =>
    (["current", "older"] as const).map((layout) => [lang, zone, layout] as const),
  ),
)("the day of a connection is exact in %s, %s, in the %s layout", async (lang, zone, layout) => {
  process.env["TZ"] = zone;
  const { page, found } = await facts({
    path: "/mynetwork/invite-connect/connections/",
    layout,
    lang,
  });
  if (!("rows" in page)) throw new Error("no rows");
  const shown = page.rows.map(({ person: { slug } }) => slug);
  const expected = made.people
    .filter(({ slug }) => shown.includes(slug))
    .map(({ slug, connectedAt = 0 }) => {
      const from = Math.floor(connectedAt / DAY_MS) * DAY_MS;
      return line(slug, { kind: "connected", direction: "both", from, to: from + DAY_MS - 1 });
    });
  expect(found).toEqual(expected.sort());
  expect(found.length).toBeGreaterThan(5);
});

for (const [layout, tab, direction] of [
  ["current", "received", "in"],
  ["current", "sent", "out"],
  ["older", "received", "in"],
  ["older", "sent", "out"],
] as const) {
  test.each(EVERY_LANGUAGE)(
    `invitations ${tab} are those that wait, in the ${layout} layout, in %s, %s`,
    async (lang, zone) => {
      process.env["TZ"] = zone;
      const { page, found } = await facts({
        path: `/mynetwork/invitation-manager/${tab}/`,
        layout,
        lang,
      });
      if (!("rows" in page)) throw new Error("no rows");
      const from = Date.UTC(2026, 0, 1);
      expect(found).toEqual(
        page.rows
          .map(({ person }) => line(person.slug, { kind: "invitation", direction, from, to: NOW }))
          .sort(),
      );
      expect(found.length).toBeGreaterThan(2);
    },
  );
}

for (const layout of ["current", "older"] as const) {
  test.each(EVERY_LANGUAGE)(
    `a reaction in the feed is set, changed and taken back in the state of its button, in the ${layout} layout, in %s, %s`,
    async (lang, zone) => {
      process.env["TZ"] = zone;
      const { page, address } = await drawPage({
        network: made,
        path: "/feed/",
        layout,
        lang,
        now: NOW,
      });
      if (page.surface !== "feed") throw new Error("no feed");
      const newIn = observationsIn(document);
      observed(newIn, address, NOW);
      const post = page.posts.find(
        ({ author, reaction, promoted }) =>
          author !== undefined && author.relation !== "self" && !reaction && !promoted,
      );
      if (post?.author === undefined) throw new Error("no post to react to");
      const place = page.posts.indexOf(post);
      const button = reactionButtons()[place];
      if (button === undefined) throw new Error("no button");
      const untouched = [
        button.getAttribute("aria-label") ?? "",
        button.textContent ?? "",
      ] as const;
      const state = (label: string, word: string, pressed: boolean): void => {
        button.setAttribute("aria-label", label);
        if (layout === "older") button.setAttribute("aria-pressed", String(pressed));
        else button.textContent = word;
      };
      const ref = `activity:${post.id}`;
      state(`${untouched[0]} 👏 Ω`, "Ω", true);
      expect(lines(observed(newIn, address, NOW + 1000, button), made)).toEqual([
        line(post.author.slug, {
          kind: "reaction",
          direction: "out",
          from: NOW + 1000,
          to: NOW + 1000,
          ref,
        }),
      ]);
      state(`${untouched[0]} 💡 Ψ`, "Ψ", true);
      expect(observed(newIn, address, NOW + 2000, button)).toEqual([]);
      state(untouched[0], untouched[1], false);
      expect(observed(newIn, address, NOW + 3000, button)).toMatchObject([
        { what: "takenBack", kind: "reaction", direction: "out", ref },
      ]);
    },
  );
}

/** What posts and comments say about the viewer and others: from the server's side, without a page. */
const saidIn = (posts: readonly PostView[]): readonly string[] =>
  posts.flatMap((post) => [...commentsSaid(post), ...mentionsOf(post)]).sort();

/** Who wrote which post or comment, from the server's side: not what is the viewer's own, and nothing of companies. */
function authorsIn(posts: readonly PostView[]): readonly string[] {
  const written = posts.flatMap(({ id, author, shown }) => {
    const all = shown.flatMap((one) => [one, ...one.replies]);
    const comments = all.map((one) => ({
      author: one.author,
      subject: `activity:${id}/${one.id}`,
    }));
    return [{ author, subject: `activity:${id}` }, ...comments];
  });
  return written
    .flatMap(({ author, subject }) =>
      author === undefined || author.relation === "self" ? [] : [`${author.slug} | ${subject}`],
    )
    .sort();
}

/** Posts of the feed with their comments, as each has them on its own page. */
function postsWithComments(path: string): readonly PostView[] {
  const drawn = { network: made, layout: "older", lang: "en", now: NOW } as const;
  const page = practicePage({ ...drawn, path });
  if (page.surface !== "feed") throw new Error("no feed");
  return page.posts.map((post) => {
    if (post.promoted) return post;
    const own = practicePage({ ...drawn, path: `/feed/update/urn:li:activity:${post.id}/` });
    return own.surface === "post" ? { ...post, shown: own.post.shown } : post;
  });
}

/** Posts that say something of each kind, two of each, and some around them that may say nothing. */
const telling = ((): readonly PostView[] => {
  const all = Array.from({ length: 12 }, (_, part) =>
    postsWithComments(`/feed/?start=${part * 10}`),
  ).flat();
  const some = ["| comment | in |", "| comment | out |", "| mention |"].flatMap((kind) => {
    const found = all.filter((post) => saidIn([post]).some((fact) => fact.includes(kind)));
    if (found.length === 0) throw new Error(`the feed has no ${kind}`);
    return found.slice(0, 2);
  });
  return all.filter((post, place) => place < 4 || some.includes(post));
})();

/** The feed in which the comments of these posts stand open. */
const opened = (page: Page): Page => (page.surface === "feed" ? { ...page, posts: telling } : page);

for (const layout of ["current", "older"] as const) {
  // What is told does not hang on words: three languages with different writing are enough, in two time zones.
  test.each(EVERY_LANGUAGE.filter(([lang]) => ["en", "ja", "ar"].includes(lang)))(
    `a feed in the ${layout} layout says exactly what its posts and open comments say, and once, in %s, %s`,
    async (lang, zone) => {
      process.env["TZ"] = zone;
      const { page, address } = await drawPage({
        network: made,
        path: "/feed/",
        layout,
        lang,
        now: NOW,
        opened,
      });
      if (page.surface !== "feed") throw new Error("no feed");
      const newIn = observationsIn(document);
      const seen = observed(newIn, address, NOW);
      expect(lines(seen, made)).toEqual(saidIn(page.posts));
      const authors = seen.flatMap((one) =>
        one.what === "author" ? [`${slugOf(one.person.aliases, made)} | ${one.subject}`] : [],
      );
      expect(authors.sort()).toEqual(authorsIn(page.posts));
      expect(seen.filter(({ what }) => what !== "interaction" && what !== "author")).toEqual([]);
      expect(observed(newIn, address, NOW + 1000)).toEqual([]);
    },
  );
}

/** The buttons of the posts' own reactions, in page order. */
function reactionButtons(): readonly HTMLButtonElement[] {
  const menus = [...document.querySelectorAll<HTMLElement>("button[aria-expanded][aria-label]")];
  return menus.flatMap((menu) => {
    if (menu.closest('[data-id^="urn:li:comment:"],[componentkey^="replaceableComment_"]'))
      return [];
    const before = menu.previousElementSibling;
    const button = before?.localName === "button" ? before : before?.querySelector("button");
    return button instanceof HTMLButtonElement && !button.hasAttribute("aria-expanded")
      ? [button]
      : [];
  });
}

/** Mentions in the post itself. */
function mentionsOf({ author, mention, id }: PostView): readonly string[] {
  if (author === undefined || mention === undefined) return [];
  const at = Number(BigInt(id) >> 22n);
  const fact = { kind: "mention", from: at, to: at, ref: `activity:${id}` } as const;
  if (author.relation === "self") return [line(mention.slug, { ...fact, direction: "out" })];
  return mention.relation === "self" ? [line(author.slug, { ...fact, direction: "in" })] : [];
}

/** The first row of a list of invitations with so many buttons, and whose it is. */
function rowWith(buttons: number): { readonly row: Element; readonly slug: string } {
  const rows = [...document.querySelectorAll('main li, main [role="listitem"]')];
  const row = rows.find((one) => one.querySelectorAll("button").length === buttons);
  const href = row?.querySelector('a[href*="/in/"]')?.getAttribute("href") ?? "";
  const slug = slugOf(aliasesFromUrl(href), made);
  if (row === undefined) throw new Error("no row");
  return { row, slug };
}

for (const layout of ["current", "older"] as const) {
  test(`an invitation counts as accepted only when its row offers to write, in the ${layout} layout`, async () => {
    const path = "/mynetwork/invitation-manager/received/";
    const { address } = await drawPage({ network: made, path, layout, lang: "en", now: NOW });
    const newIn = observationsIn(document);
    observed(newIn, address, NOW);
    const { row, slug } = rowWith(2);
    const write = document.createElement("a");
    write.href = `/messaging/compose/?recipient=${made.people.find((one) => one.slug === slug)?.memberId}`;
    const [first, second] = row.querySelectorAll("button");
    first?.remove();
    expect(observed(newIn, address, NOW + 1000, row)).toEqual([]);
    second?.replaceWith(write);
    expect(lines(observed(newIn, address, NOW + 2000, row), made)).toEqual([
      line(slug, { kind: "connected", direction: "both", from: NOW + 2000, to: NOW + 2000 }),
    ]);
    expect(observed(newIn, address, NOW + 3000, row)).toEqual([]);
  });

  test(`an invitation counts as withdrawn when its row loses its button, in the ${layout} layout`, async () => {
    const path = "/mynetwork/invitation-manager/sent/";
    const { address } = await drawPage({ network: made, path, layout, lang: "en", now: NOW });
    const newIn = observationsIn(document);
    observed(newIn, address, NOW);
    const { row, slug } = rowWith(1);
    row.querySelector("button")?.remove();
    const [found, ...more] = observed(newIn, address, NOW + 1000, row);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ what: "takenBack", kind: "invitation", direction: "out" });
    expect(found && slugOf(found.person.aliases, made)).toBe(slug);
    expect(observed(newIn, address, NOW + 2000, row)).toEqual([]);
  });
}

for (const layout of ["current", "older"] as const) {
  test(`somebody who becomes a connection while their profile is open, in the ${layout} layout`, async () => {
    const received = practicePage({
      network: made,
      path: "/mynetwork/invitation-manager/received/",
      layout,
      lang: "en",
      now: NOW,
    });
    if (!("rows" in received)) throw new Error("no rows");
    const [inviting, another] = received.rows.map(({ person }) => person.slug);
    const connected = (slug: string | undefined): Network => ({
      ...made,
      people: made.people.map((one) => (one.slug === slug ? { ...one, degree: 1 } : one)),
    });
    const newIn = observationsIn(document);
    const look = async (slug: string | undefined, now: number, of = made) => {
      const path = `/in/${encodeURIComponent(slug ?? "")}/`;
      const { address } = await drawPage({ network: of, path, layout, lang: "en", now });
      return lines(observed(newIn, address, now), of).filter((fact) => fact.includes("connected"));
    };
    expect(await look(inviting, NOW)).toEqual([]);
    // Another page in between: what was on it says nothing of this one.
    expect(await look(another, NOW + 1000, connected(another))).toEqual([]);
    expect(await look(inviting, NOW + 2000)).toEqual([]);
    const at = NOW + 3000;
    expect(await look(inviting, at, connected(inviting))).toEqual([
      line(inviting ?? "", { kind: "connected", direction: "both", from: at, to: at }),
    ]);
    expect(await look(inviting, NOW + 4000, connected(inviting))).toEqual([]);
  });
}

test("the open list of conversations gives the last exchange of each name by day, once, and nothing of today", () => {
  const row = (name: string, time: string, words: string): string =>
    `<li class="msg-conversation-listitem"><label aria-label="Select conversation with ${name}"></label><img alt="${name}"><h3>${name}</h3><time>${time}</time><p>${words}</p></li>`;
  document.documentElement.lang = "en";
  const html = `<main><ul>${row("Oda Testmann", "Apr 3, 2024", "You: ahoy")}${row("Ivo Sampleton", "Apr 4, 2024", "Ivo: ahoy")}${row("Cyr Ostwald", "Apr 5, 2024", "ahoy")}${row("Ada Quill", "9:12 AM", "Ada: ahoy")}</ul></main>`;
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(html, "text/html").body.childNodes,
  );
  const newIn = observationsIn(document);
  const address = "https://www.linkedin.com/messaging/";
  const found = observed(newIn, address, NOW);
  const day = (date: number): readonly [number, number] => [
    new Date(2024, 3, date).getTime(),
    new Date(2024, 3, date + 1).getTime() - 1,
  ];
  expect(
    found.map((one) =>
      one.what === "named"
        ? [one.person.name, one.interaction.direction, one.interaction.from, one.interaction.to]
        : one.what,
    ),
  ).toEqual([
    ["Oda Testmann", "out", ...day(3)],
    ["Ivo Sampleton", "in", ...day(4)],
  ]);
  expect(observed(newIn, address, NOW)).toEqual([]);
});
