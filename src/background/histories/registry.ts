/**
 * The list of histories as a pure function of what happens: which there are, whose they are, which one is in use, which one is shown.
 */
import { ownership, type History } from "../../domain/person/owner.ts";
import type { Viewer } from "../../protocol/site-questions.ts";
import type { GoneHistory } from "./gone-histories.ts";
import { type AwaitedMember, withMore, withViewer, WORD } from "./named-owner.ts";

/** Who is signed in, in one place where members sign in apart from each other. */
interface Session {
  /** Name of the history in use: that of the member a page named last. */
  readonly current?: string;
  /** True while a page has said who is signed in, and none that nobody is. */
  readonly certain: boolean;
  /** The member signed in, while no history is theirs: one is made when the first thing is observed. */
  readonly awaited?: AwaitedMember;
}

/** The list as kept. The session at its top is that of all tabs in Chrome, and in Firefox that of tabs in no container. */
export interface Registry extends Session {
  readonly histories: readonly History[];
  /** Name of another one that the user wants to see in our pages, until another is in use. */
  readonly shown?: string;
  /** The sessions of tabs in containers, by the names that Firefox gives them. */
  readonly sessions?: Readonly<Record<string, Session>>;
  /** When histories were made because of what a page said (ms), the latest ones. */
  readonly madeAt: readonly number[];
  /** Those that were removed of late, so that it can be told when the same is asked again. */
  readonly gone?: readonly GoneHistory[];
}

/** No history. */
export const NO_HISTORIES: Registry = { histories: [], certain: false, madeAt: [] };

/** So many histories may begin by what pages say within a day: nobody signs in as more members, and a page that is forged may try. */
const MOST_MADE = 3;
const DAY_MS = 86_400_000;

/** The list as a tab of this session sees it; `undefined` for one in no container. */
export function inSession(registry: Registry, session: string | undefined): Registry {
  if (session === undefined) return registry;
  const { current: _current, certain: _certain, awaited: _awaited, ...rest } = registry;
  return { ...rest, ...(registry.sessions?.[session] ?? { certain: false }) };
}

/** The list after something was told in a session, of which `after` is the list that a tab of it sees. */
export function outOfSession(
  registry: Registry,
  after: Registry,
  session: string | undefined,
): Registry {
  if (session === undefined) return after;
  // What our own pages show is no matter of a container.
  const { current, certain, awaited, shown: _shown, ...rest } = after;
  const { current: ownCurrent, certain: ownCertain, awaited: ownAwaited } = registry;
  const theirs: Session = {
    certain,
    ...(current !== undefined && { current }),
    ...(awaited !== undefined && { awaited }),
  };
  return {
    ...rest,
    certain: ownCertain,
    ...(registry.shown !== undefined && { shown: registry.shown }),
    ...(ownCurrent !== undefined && { current: ownCurrent }),
    ...(ownAwaited !== undefined && { awaited: ownAwaited }),
    sessions: { ...registry.sessions, [session]: theirs },
  };
}

/** The sessions of containers without those in which a history is in use: the next page there says again who is signed in. */
const sessionsWithout = ({ sessions = {} }: Registry, name: string): Pick<Registry, "sessions"> => {
  const left = Object.entries(sessions).filter(([, { current }]) => current !== name);
  return left.length === 0 ? {} : { sessions: Object.fromEntries(left) };
};

/** The names of the histories in use, in any session. */
export const namesInUse = (registry: Registry): ReadonlySet<string> =>
  new Set(
    [undefined, ...Object.keys(registry.sessions ?? {})].flatMap(
      (session) => usedIn(inSession(registry, session))?.name ?? [],
    ),
  );

/** The list with a page's word, and the history that it is of. */
export interface RegistryChange {
  readonly registry: Registry;
  /** `undefined` while it is not certain whose history it is, or there is none yet. */
  readonly history: History | undefined;
}

const named = ({ histories }: Registry, name: string | undefined): History | undefined =>
  histories.find((one) => one.name === name);

const isAwaited = ({ certain, awaited }: Registry, viewer: Viewer): boolean =>
  certain && awaited?.aliases.some((alias) => viewer.aliases.includes(alias)) === true;

/** The histories that are a member's, or may be. */
export const owned = ({ histories }: Registry): readonly History[] =>
  histories.filter(({ aside }) => aside === undefined);

/** The history that our pages show, if there is any. */
export const shownIn = (registry: Registry): History | undefined =>
  named(registry, registry.shown) ?? named(registry, registry.current) ?? owned(registry).at(-1);

/** The history in use; `undefined` while no page has said who is signed in. */
export const usedIn = (registry: Registry): History | undefined =>
  registry.certain ? named(registry, registry.current) : undefined;

/** The list with a history in place of the one of the same name. */
const having = (registry: Registry, history: History): Registry => ({
  ...registry,
  histories: [...registry.histories.filter(({ name }) => name !== history.name), history],
});

/** From now on this history is in use, and nobody waits for one. */
function using(registry: Registry, history: History): Registry {
  const { awaited: _awaited, shown, ...rest } = having(registry, history);
  const isSame = registry.current === history.name;
  return {
    ...rest,
    current: history.name,
    ...(isSame && shown !== undefined && { shown }),
    certain: true,
  };
}

/**
 * A page says who is signed in. That of somebody who has no history begins none by itself: our pages go on with what they show, and
 * nothing is added to it.
 *
 * @param kinds the kinds of proof that it gives
 */
export function signedIn(
  registry: Registry,
  viewer: Viewer,
  kinds: readonly string[] = [],
): RegistryChange {
  const found = ownership(viewer.aliases, owned(registry));
  const { awaited } = registry;
  const before = awaited !== undefined && isAwaited(registry, viewer) ? awaited : undefined;
  if (found.whose === "uncertain" && before === undefined) return { registry, history: undefined };
  if (found.whose === "known") {
    const history = withViewer(found.history, viewer, kinds);
    return { registry: using(registry, history), history };
  }
  const { current: _current, ...rest } = registry;
  const shown = shownIn(registry)?.name;
  return {
    registry: {
      ...rest,
      ...(shown !== undefined && { shown }),
      certain: true,
      awaited: withMore(before ?? viewer, viewer, kinds),
    },
    history: undefined,
  };
}

/**
 * Something was observed by this member. What was observed may arrive late, when somebody else is signed in: that changes nothing about who
 * is. The first thing that the member signed in notices begins their history.
 *
 * @param fresh a name for the history if it begins now
 */
export function observedBy(
  registry: Registry,
  viewer: Viewer | undefined,
  fresh: string,
  now: number,
): RegistryChange {
  if (viewer === undefined) return { registry, history: usedIn(registry) };
  const found = ownership(viewer.aliases, owned(registry));
  if (found.whose === "known") return { registry, history: found.history };
  const { awaited } = registry;
  if (awaited === undefined || !isAwaited(registry, viewer))
    return { registry, history: undefined };
  // A clock that was put back must not close the door for good.
  const madeAt = registry.madeAt.filter((at) => Math.abs(now - at) < DAY_MS);
  if (madeAt.length >= MOST_MADE) return { registry, history: undefined };
  const { kinds, ...member } = withMore(awaited, viewer, []);
  const history = withViewer({ name: fresh, aliases: [] }, member, kinds);
  return { registry: { ...using(registry, history), madeAt: [...madeAt, now] }, history };
}

/**
 * The history to show beside people on a page. Showing needs less certainty than adding: where there is only one history, and the
 * page does not name somebody else, it is that one.
 */
export function shownTo(registry: Registry, viewer: Viewer | undefined): History | undefined {
  const histories = owned(registry);
  const only = histories.length === 1 ? histories[0] : undefined;
  if (viewer === undefined) return registry.certain ? named(registry, registry.current) : only;
  const found = ownership(viewer.aliases, histories);
  if (found.whose === "known") return found.history;
  return found.whose === "uncertain" ? only : undefined;
}

/**
 * Whether nothing may be said beside people on a page: there are histories, none of them can be shown, and the member may be the owner of
 * one of them. Nobody is said to be unknown because of that.
 */
export function isDoubtful(registry: Registry, viewer: Viewer | undefined): boolean {
  const histories = owned(registry);
  if (histories.length === 0 || shownTo(registry, viewer) !== undefined) return false;
  if (viewer === undefined) return !registry.certain;
  return !isAwaited(registry, viewer) && ownership(viewer.aliases, histories).whose === "uncertain";
}

/** From now on nobody is assumed to be signed in, until a page shows who is. */
export function signedOut({ awaited: _awaited, ...registry }: Registry): Registry {
  return { ...registry, certain: false };
}

/** Shows this history in our own pages, if there is one of this name. */
export const showing = (registry: Registry, shown: string): Registry =>
  named(registry, shown) === undefined ? registry : { ...registry, shown };

/**
 * From now on our pages show this history, which a file was taken into. A file says whose it is, but not who is signed in on the site, so
 * nothing a page shows is added to it before a page has named the same member.
 */
export function puttingInUse(registry: Registry, name: string): Registry {
  const { shown: _shown, ...rest } = registry;
  return { ...rest, current: name, certain: registry.certain && registry.current === name };
}

/** A history of this name belongs to this member, or is set aside for this reason, without being shown in our pages yet. */
export function enrolled(
  registry: Registry,
  name: string,
  owner: Viewer,
  aside?: History["aside"],
): Registry {
  const history = withViewer(named(registry, name) ?? { name, aliases: [] }, owner, [WORD]);
  return having(registry, { ...history, ...(aside !== undefined && { aside }) });
}

/**
 * The user goes on without a history that cannot be used. It stays in the list; the same member stays signed in, and the next thing that
 * they notice begins another history.
 */
export function replaced(registry: Registry, name: string): Registry {
  const before = named(registry, name);
  if (before === undefined) return registry;
  const { current, shown, sessions: _sessions, ...rest } = registry;
  const { aliases, ownerName, ownerKinds } = before;
  const isUsed = usedIn(registry)?.name === name && aliases.length > 0;
  return {
    ...rest,
    ...sessionsWithout(registry, name),
    histories: registry.histories.map((one) =>
      one.name === name ? { ...one, aside: "replaced" } : one,
    ),
    ...(current !== undefined && current !== name && { current }),
    ...(shown !== undefined && shown !== name && { shown }),
    certain: registry.certain && (isUsed || current !== name),
    ...(isUsed && {
      awaited: {
        aliases,
        ...(ownerName !== undefined && { name: ownerName }),
        ...(ownerKinds && { kinds: ownerKinds }),
      },
    }),
  };
}

/** The list without a history. */
export function without(registry: Registry, name: string): Registry {
  const { current, shown, sessions: _sessions, ...rest } = registry;
  return {
    ...rest,
    ...sessionsWithout(registry, name),
    histories: registry.histories.filter((one) => one.name !== name),
    ...(current !== undefined && current !== name && { current }),
    ...(shown !== undefined && shown !== name && { shown }),
    certain: registry.certain && current !== name,
  };
}

/** The list with the histories that the disk holds and it does not know. Those that it knows stay: a database that is gone is damage. */
export function rebuilt(registry: Registry, onDisk: readonly History[]): Registry {
  const missing = onDisk.filter(({ name }) => named(registry, name) === undefined);
  return missing.length === 0
    ? registry
    : { ...registry, histories: [...missing, ...registry.histories] };
}
