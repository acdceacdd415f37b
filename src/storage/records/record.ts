/**
 * Remembering what a page showed.
 */
import { dayOf } from "../../domain/time/day.ts";
import type { Alias } from "../../domain/person/person.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { admittedSightings } from "../../domain/records/admitted.ts";
import { type Link, type LinkEvidence, linksOf } from "../../domain/records/link.ts";
import type { RegisterRecord, RegisterWord } from "../../domain/records/register.ts";
import type {
  AuthorSighting,
  HistoryStatement,
  PersonStatement,
  PostStatement,
  Statement,
} from "../../domain/records/statement.ts";
import {
  HISTORY,
  type PostSubject,
  representative,
  type Subject,
} from "../../domain/records/subject.ts";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { changeFew } from "./change-few.ts";
import { type Ground, timeOf } from "../ground/ground.ts";
import type { Readings } from "../ground/readings.ts";
import { forgettingToo } from "./deletion.ts";
import {
  erasedAmong,
  knownOfErased,
  pageStatement,
  peopleOf,
  wordsOfErased,
} from "./known-subjects.ts";
import { nameStatements } from "./name-statements.ts";
import { withSightings } from "./page-body.ts";

/** Sightings of one set of aliases. */
interface ShownAliases {
  readonly aliases: readonly Alias[];
  readonly sightings: readonly Sighting[];
}

function byAliases(sightings: readonly Sighting[]): readonly ShownAliases[] {
  const found = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const key = [...sighting.person.aliases].sort().join(" ");
    const same = found.get(key);
    if (same === undefined) found.set(key, [sighting]);
    else same.push(sighting);
  }
  return [...found.values()].map((same) => ({
    aliases: [...new Set(same[0]?.person.aliases ?? [])].sort(),
    sightings: same,
  }));
}

/** What is taken in, after erasures and the choices of the user. */
interface AdmittedSightings {
  readonly shown: readonly ShownAliases[];
  /** Words that follow: further aliases of erased people, and questions. */
  readonly words: readonly RegisterWord[];
  /** The marks of those from which they follow. */
  readonly marks: readonly string[];
  /** Further aliases of erased people: nothing is kept of them in any place that names them. */
  readonly erased: ReadonlySet<Alias>;
}

/** Whether only that somebody is on the page is said. */
const isPersonOnly = ({ what }: Sighting): boolean => what === "person";

async function admitted(
  database: HistoryDatabase,
  reading: Readings,
  ground: Ground,
  sightings: readonly Sighting[],
): Promise<AdmittedSightings> {
  const aliases = sightings.flatMap(({ person }) => person.aliases);
  const people = await peopleOf(reading, aliases);
  const named = sightings.flatMap(({ person }) => person.mutual?.named ?? []);
  const known = await knownOfErased(database, ground, [...aliases, ...named], people);
  const { stored, ...follows } = admittedSightings(sightings, known);
  // What one batch says of a person makes the person known.
  const isNews = new Set(stored.flatMap((one) => (isPersonOnly(one) ? [] : one.person.aliases)));
  const shown = byAliases(stored).flatMap((one): readonly ShownAliases[] => {
    const theirs = one.aliases.flatMap((alias) => people.get(alias) ?? []);
    // Two strangers on a search page are not remembered, nor that they are one.
    if (theirs.length === 0 && !one.aliases.some((alias) => isNews.has(alias))) return [];
    const isRecorded = !theirs.some(({ choices }) => choices.neverTrack?.value);
    return [isRecorded ? one : { ...one, sightings: [] }];
  });
  return {
    shown,
    words: await wordsOfErased(database, ground, follows),
    marks: [...follows.erasedToo.map(({ like }) => like), ...follows.asked.map(({ mark }) => mark)],
    erased: new Set(follows.erasedToo.map(({ alias }) => alias)),
  };
}

/** The latest versions of the own statements of pages about some subjects. */
async function pageStatements(
  reading: Readings,
  ground: Ground,
  subjects: Iterable<Subject>,
): Promise<ReadonlyMap<Subject, Statement>> {
  const found = await Promise.all(
    [...new Set(subjects)].map((subject) => pageStatement(reading, ground, subject)),
  );
  return new Map(found.flatMap((one) => (one ? [[one.subject, one]] : [])));
}

/** The links that some aliases shown together make, but for those that are known and no weaker. */
async function newLinks(
  reading: Readings,
  { replica }: Ground,
  shown: readonly ShownAliases[],
  now: number,
): Promise<readonly Link[]> {
  const said = (evidence: LinkEvidence) =>
    ({ source: "page", replica, version: 1, evidence, firstAt: now }) as const;
  const made = shown.flatMap(({ aliases, sightings }) => {
    const strong = sightings.flatMap(({ person }) => person.inOneAddress ?? []);
    return [
      ...linksOf(aliases, said("card")),
      ...linksOf(
        strong.filter((alias) => aliases.includes(alias)),
        said("address"),
      ),
    ];
  });
  const links = new Map<string, Link>();
  for (const link of made) {
    const id = `${link.a} ${link.b}`;
    const stored = (await reading.links(link.a)).find(
      ({ a, b, source, replica: by }) =>
        a === link.a && b === link.b && source === "page" && by === replica,
    );
    const known = links.get(id) ?? stored;
    if (known === undefined) links.set(id, link);
    else if (known.evidence === "card" && link.evidence === "address")
      links.set(id, { ...known, evidence: "address", version: known.version + 1 });
  }
  return [...links.values()];
}

function personStatements(
  { replica }: Ground,
  shown: readonly ShownAliases[],
  known: ReadonlyMap<string, Statement>,
): readonly PersonStatement[] {
  const made = new Map<Alias, PersonStatement>();
  for (const { aliases, sightings } of shown) {
    const subject = representative(aliases);
    if (subject === undefined) continue;
    const before = (made.get(subject) ?? known.get(subject)) as PersonStatement | undefined;
    const body = withSightings(before?.body ?? {}, sightings);
    if (before !== undefined && body === before.body) continue;
    if (before === undefined && Object.keys(body).length === 0) continue;
    const version = (known.get(subject)?.version ?? 0) + 1;
    made.set(subject, { subject, source: "page", replica, version, body });
  }
  return [...made.values()];
}

/** Who wrote what waits for an author; other posts are nobody's business. */
async function postStatements(
  database: HistoryDatabase,
  reading: Readings,
  ground: Ground,
  sightings: readonly Sighting[],
  now: number,
): Promise<readonly PostStatement[]> {
  const authors = sightings.filter((one) => one.what === "author");
  if (authors.length === 0) return [];
  const posts = [...new Set(authors.map(({ subject }): PostSubject => `post:${subject}`))];
  const [known, waiting, erased, people] = await Promise.all([
    pageStatements(reading, ground, posts),
    Promise.all(posts.map((post) => database.get("waiting", post))),
    erasedAmong(
      database,
      registersInForce(ground.registers).erased,
      authors.flatMap(({ person }) => person.aliases),
    ),
    peopleOf(
      reading,
      authors.flatMap(({ person }) => person.aliases),
    ),
  ]);
  const isWaiting = new Map(posts.map((post, place) => [post, waiting[place] === true]));
  const made = new Map<PostSubject, PostStatement>();
  for (const { subject, person } of authors) {
    const post: PostSubject = `post:${subject}`;
    const before = known.get(post) as PostStatement | undefined;
    if (!isWaiting.get(post) && before === undefined) continue;
    const aliases = person.aliases.filter((alias) => !erased.has(alias));
    if (aliases.length < person.aliases.length) continue;
    if (aliases.some((alias) => people.get(alias)?.choices.neverTrack?.value)) continue;
    const alias = aliases.find((one) => people.has(one)) ?? representative(aliases);
    if (alias === undefined) continue;
    const sightingsBefore = (made.get(post) ?? before)?.body.authors ?? [];
    const same = sightingsBefore.find((one) => one.alias === alias);
    const day = dayOf(now);
    if (same?.days.includes(day)) continue;
    const author: AuthorSighting = {
      alias,
      ...((person.name ?? same?.name) !== undefined && { name: person.name ?? same?.name ?? "" }),
      days: [...(same?.days ?? []), day].sort((a, b) => a - b),
    };
    const others = sightingsBefore.filter((one) => one !== same);
    made.set(post, {
      subject: post,
      source: "page",
      replica: ground.replica,
      version: (before?.version ?? 0) + 1,
      body: { ...before?.body, authors: [...others, author] },
    });
  }
  return [...made.values()];
}

/** From the first record on, the history watches. */
function watching(ground: Ground, now: number): readonly HistoryStatement[] {
  const { replica } = ground;
  const before = ground.said.find((one) => one.source === "page" && one.replica === replica);
  if (before?.body.watched !== undefined) return [];
  return [
    {
      subject: HISTORY,
      source: "page",
      replica,
      version: (before?.version ?? 0) + 1,
      body: { ...before?.body, watched: { since: now } },
    },
  ];
}

/**
 * Remembers what was seen. Resolves after the transaction completed, so that what it resolves for is on disk. Of people the user erased
 * nothing is remembered, and of those not to be recorded no more than further aliases. Safe to repeat.
 */
export function record(
  database: HistoryDatabase,
  sightings: readonly Sighting[],
  now: number,
): Promise<void> {
  const named = sightings.filter((one) => one.what === "named");
  const said = sightings.filter(({ what }) => what !== "author" && what !== "named");
  const seen = new Set(said.flatMap(({ person }) => person.aliases));
  return changeFew(
    database,
    now,
    async (ground, reading) => {
      const { shown, words, marks, erased } = await admitted(database, reading, ground, said);
      const known = await pageStatements(
        reading,
        ground,
        shown.flatMap(({ aliases }) => representative(aliases) ?? []),
      );
      const time = timeOf(ground, now);
      const [links, posts, names] = await Promise.all([
        newLinks(reading, ground, shown, now),
        postStatements(database, reading, ground, sightings, now),
        nameStatements(database, reading, ground, named, now),
      ]);
      const registers = words.map((word): RegisterRecord => ({
        word,
        replica: ground.replica,
        time,
      }));
      const statements = [
        ...personStatements(ground, shown, known),
        ...posts,
        ...names.statements,
        ...(said.length + named.length > 0 ? watching(ground, now) : []),
      ];
      if (statements.length + links.length + registers.length === 0) return [undefined, undefined];
      const overlay = { statements, links, registers };
      const also = await forgettingToo(database, { words: registers, marks, erased });
      return [
        {
          overlay: erased.size === 0 ? overlay : { ...overlay, erased },
          around: [...erased, ...names.namesakes],
          time,
          ...(also !== undefined && { also }),
        },
        undefined,
      ];
    },
    [...seen],
  );
}
