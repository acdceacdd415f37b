import type { InventedInteraction, InventedPost, TieStory } from "./invented.ts";
import type { Random } from "./random.ts";
import { activityId, conversationId, uuid } from "./site-ids.ts";

export const DAY_MS = 86_400_000;

interface Course {
  readonly story: TieStory;
  readonly connectedAt: number | undefined;
  readonly now: number;
  /** The viewer's own posts, oldest first. */
  readonly ownPosts: readonly InventedPost[];
}

interface Life {
  readonly interactions: readonly InventedInteraction[];
  readonly posts: readonly InventedPost[];
}

/** When episodes of talk begin, from the way the tie went. */
function episodeStarts(random: Random, { story, connectedAt, now }: Course): number[] {
  const begin = connectedAt ?? now - random.whole(40, 900) * DAY_MS;
  const spanDays = (now - begin) / DAY_MS;
  const starts: number[] = [];
  const run = (untilDay: number, rhythmDays: number, growth: number): void => {
    let day = random.unit() * Math.min(20, spanDays);
    let rhythm = rhythmDays;
    while (day < untilDay && starts.length < 400) {
      starts.push(begin + day * DAY_MS);
      day += rhythm * (0.4 + 1.2 * random.unit());
      rhythm *= growth;
    }
  };
  if (story === "strong") run(spanDays - random.unit() * 12, random.whole(16, 60), 1);
  else if (story === "fading") run(spanDays - random.whole(50, 300), random.whole(16, 50), 1.1);
  else if (story === "dormant")
    run(Math.min(spanDays - 420, random.whole(20, 800)), random.whole(25, 90), 1.02);
  else if (story === "recruiter") run(spanDays, random.whole(90, 400), 1);
  return starts.filter((at) => at >= begin && at < now - 3_600_000);
}

/** Messages of one conversation, strictly later one by one. */
function talk(random: Random, course: Course): InventedInteraction[] {
  const starts = episodeStarts(random, course);
  if (starts.length === 0) return [];
  const conversation = conversationId(uuid(random));
  const oneSided = course.story === "recruiter" && random.chance(0.8);
  const cold = course.connectedAt === undefined;
  const messages: InventedInteraction[] = [];
  let at = 0;
  for (const start of starts) {
    at = Math.max(at + 60_000, Math.floor(start));
    let fromViewer = oneSided ? false : random.chance(0.5);
    const turns = oneSided ? 1 : random.whole(1, course.story === "strong" ? 7 : 5);
    for (let turn = 0; turn < turns; turn += 1) {
      if (at >= course.now - 60_000) return messages;
      messages.push({
        kind: cold && turn === 0 ? "inmail" : "message",
        direction: fromViewer ? "out" : "in",
        at,
        conversationId: conversation,
      });
      at += random.whole(20_000, random.chance(0.3) ? DAY_MS : 1_800_000);
      if (!oneSided) fromViewer = random.chance(0.75) ? !fromViewer : fromViewer;
    }
  }
  return messages;
}

/** What both do with each other's posts, and the person's posts that come of it. */
function applause(random: Random, course: Course): Life {
  const { story, connectedAt, now, ownPosts } = course;
  const begin = connectedAt ?? now - 500 * DAY_MS;
  const liking = { strong: 9, fading: 5, dormant: 2, never: 0.5, recruiter: 0.3, audience: 14 }[
    story
  ];
  const interactions: InventedInteraction[] = [];
  const posts: InventedPost[] = [];
  const seen = new Set<string>();
  const times = Math.floor(liking * random.unit() * 2);
  for (let time = 0; time < times; time += 1) {
    const comments = random.chance(0.25);
    if (random.chance(0.5) && ownPosts.length > 0) {
      const post = random.pick(ownPosts);
      const at = post.at + random.whole(60_000, 5 * DAY_MS);
      if (at < begin || at >= now || seen.has(post.id)) continue;
      seen.add(post.id);
      interactions.push(appearance(random, comments, "in", at, post.id));
    } else {
      const postAt = Math.floor(begin + random.unit() * (now - begin - DAY_MS));
      if (postAt < begin) continue;
      const post = { id: activityId(postAt, random.whole(0, 0x3f_ffff)), at: postAt };
      const at = Math.min(now - 1000, postAt + random.whole(60_000, 4 * DAY_MS));
      posts.push(post);
      interactions.push(appearance(random, comments, "out", at, post.id));
    }
  }
  const recent = story === "never" ? random.whole(0, 1) : random.whole(0, 3);
  for (let index = 0; index < recent; index += 1) {
    const at = Math.floor(now - random.unit() ** 1.5 * 90 * DAY_MS - 600_000);
    posts.push({ id: activityId(at, random.whole(0, 0x3f_ffff)), at });
  }
  return { interactions, posts: posts.toSorted((one, other) => one.at - other.at) };
}

function appearance(
  random: Random,
  comments: boolean,
  direction: "in" | "out",
  at: number,
  postId: string,
): InventedInteraction {
  if (comments) {
    return {
      kind: "comment",
      direction,
      at,
      postId,
      commentId: activityId(at, random.whole(0, 0x3f_ffff)),
    };
  }
  return direction === "in" && random.chance(0.06)
    ? { kind: "mention", direction, at, postId }
    : { kind: "reaction", direction, at, postId };
}

/** Everything that passed between the viewer and one person, oldest first, and what that person posted. */
export function history(random: Random, course: Course): Life {
  const { connectedAt, story, now } = course;
  const interactions: InventedInteraction[] = [];
  if (connectedAt !== undefined) {
    const asked = connectedAt - random.whole(300_000, 9 * DAY_MS);
    const direction = story === "recruiter" || random.chance(0.5) ? "in" : "out";
    interactions.push({
      kind: "invitation",
      direction,
      at: asked,
      ...(random.chance(0.3) ? { withNote: true as const } : {}),
    });
    interactions.push({ kind: "connected", direction: "both", at: connectedAt });
  }
  interactions.push(...talk(random, course));
  const { interactions: applauded, posts } = applause(random, course);
  interactions.push(...applauded);
  if (
    connectedAt !== undefined &&
    (story === "strong" || story === "fading") &&
    now - connectedAt > 90 * DAY_MS
  ) {
    const after = (): number =>
      connectedAt + Math.floor(random.unit() * (now - connectedAt - DAY_MS));
    const either = (): "in" | "out" => (random.chance(0.5) ? "in" : "out");
    if (random.chance(0.35))
      interactions.push({ kind: "endorsement", direction: either(), at: after() });
    if (random.chance(0.08))
      interactions.push({ kind: "recommendation", direction: either(), at: after() });
  }
  return { interactions: interactions.toSorted((one, other) => one.at - other.at), posts };
}
