import { scatter } from "../../network/random.ts";
import { pageBase, type Asked } from "./asked.ts";
import { age, longDate } from "../words/dates.ts";
import type { PeoplePage, PersonRow } from "../page.ts";
import { personView, relation, somebody, type Viewing } from "./views.ts";
import { filled } from "../words/words.ts";
import { personAt } from "./world.ts";

const SEARCH_ROWS = 10;

/** Places in the list of those a surface shows, in its order. */
function places({ route }: Asked, { world }: Viewing, surface: PeoplePage["surface"]): number[] {
  const { people } = world.network;
  const all = people.map((_, index) => index);
  const moment = (index: number): number =>
    world.relations.get(index)?.at ?? people[index]?.connectedAt ?? 0;
  const newestFirst = (one: number, other: number): number => moment(other) - moment(one);
  const slug = (index: number): string => people[index]?.slug ?? "";
  switch (surface) {
    case "connections":
      return all.filter((index) => relation(world, index) === "connected").toSorted(newestFirst);
    case "received":
    case "grow":
      return all.filter((index) => relation(world, index) === "received").toSorted(newestFirst);
    case "sent":
      return all.filter((index) => relation(world, index) === "sent").toSorted(newestFirst);
    case "followers":
      return all.filter((index) => scatter(slug(index), 51) % 4 === 0);
    case "following":
      return all.filter((index) => scatter(slug(index), 52) % 5 === 0);
    case "company": {
      const company = route.subject ?? "";
      return all.filter((index) => companyPath(people[index]?.company ?? "") === company);
    }
    case "search": {
      const wanted = (route.query.get("keywords") ?? "").trim().toLowerCase();
      return wanted === ""
        ? all
        : all.filter((index) => {
            const person = people[index];
            return (
              person !== undefined &&
              `${person.name} ${person.headline}`.toLowerCase().includes(wanted)
            );
          });
    }
  }
}

/** A company's part of an address. */
export function companyPath(company: string): string {
  return company.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}

function row(
  viewing: Viewing,
  index: number,
  surface: PeoplePage["surface"],
  lang: string,
): PersonRow {
  const { world, words, now } = viewing;
  const person = personView(viewing, index);
  const mutual = [1, 2, 3, 4, 5]
    .flatMap((salt) => somebody(viewing, `${salt}with${person.slug}`) ?? [])
    .filter((one) => one !== index && personAt(world, one)?.degree === 1)
    .slice(0, scatter(person.slug, 3) % 3);
  const when =
    surface === "connections" && person.connectedAt !== undefined
      ? filled(words.connectedOn, { date: longDate(person.connectedAt, lang) })
      : person.invitedAt === undefined
        ? undefined
        : filled(words.sentWhen, { age: age(person.invitedAt, words, now) });
  return {
    person,
    mutual: mutual.map((one) => personView(viewing, one)),
    mutualMore: mutual.length === 2 ? scatter(person.slug, 4) % 40 : 0,
    ...(when === undefined ? {} : { when }),
  };
}

/** A page that is a list of people. */
export function peoplePage(
  asked: Asked,
  viewing: Viewing,
  surface: PeoplePage["surface"],
): PeoplePage {
  const { route, settings } = asked;
  const all = places(asked, viewing, surface);
  const asksStart = Number(route.query.get("start") ?? 0) || 0;
  const paged = surface === "search";
  const start = paged ? (route.page - 1) * SEARCH_ROWS : asksStart;
  const count = paged
    ? (settings.count ?? SEARCH_ROWS)
    : asksStart === 0
      ? (settings.count ?? 12)
      : 20;
  const { words } = viewing;
  const heading = {
    connections: `${all.length} ${words.connections}`,
    search: filled(words.results, { n: all.length }),
    followers: words.followers,
    following: words.following,
    received: words.received,
    sent: words.sent,
    grow: words.network,
    company: route.subject ?? "",
  }[surface];
  return {
    ...pageBase(asked, viewing, heading),
    surface,
    heading,
    total: all.length,
    start,
    rows: all
      .slice(start, start + count)
      .map((index) => row(viewing, index, surface, settings.lang)),
    ...(paged
      ? { pages: { page: route.page, last: Math.max(1, Math.ceil(all.length / SEARCH_ROWS)) } }
      : {}),
  };
}
