import { scatter } from "../../network/random.ts";
import type { InventedJob } from "../../network/invented.ts";
import { activityId } from "../../network/site-ids.ts";
import { COMPANIES } from "../../network/occupations.ts";
import { age, formattingLanguage } from "../words/dates.ts";
import type { FeedPage, MessagingPage, Page, PostView, ThreadView } from "../page.ts";
import { pageBase, type Asked } from "./asked.ts";
import { peoplePage } from "./people-answer.ts";
import {
  conversationView,
  messageView,
  personView,
  postView,
  promotedView,
  somebody,
  type Viewing,
} from "./views.ts";
import { words } from "../words/words.ts";
import { personAt, personNamed } from "./world.ts";

/** Latest first. */
function jobsOf({ world }: Viewing, index: number): readonly InventedJob[] {
  const newJob = world.newJobs.get(index);
  const known = (personAt(world, index)?.career ?? []).toReversed();
  if (newJob === undefined) return known;
  return [newJob, ...known.map((job) => ({ ...job, until: job.until ?? newJob.from }))];
}

function profilePage(asked: Asked, viewing: Viewing): Page | undefined {
  const { world, route, settings, now } = asked;
  const name = route.subject ?? "";
  const own = [world.network.viewer.slug, world.network.viewer.memberId, "me"].includes(name);
  const index = own ? -1 : personNamed(world, name);
  if (index === undefined) return undefined;
  const person = personView(viewing, index);
  const some = (salt: string, count: number): number[] => {
    const found = Array.from({ length: count }, (_, place) =>
      somebody(viewing, `${salt}${person.slug}${place}`),
    );
    return [...new Set(found)].flatMap((one) => (one === undefined || one === index ? [] : [one]));
  };
  const year = new Intl.DateTimeFormat(formattingLanguage(settings.lang), {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const mutual = some("mutual", 8)
    .filter((one) => personAt(world, one)?.degree === 1)
    .slice(0, 2);
  const invented = personAt(world, index);
  const posts = (invented ?? world.network.viewer).posts
    .slice(-3)
    .map((post) => postView(viewing, { ...post, author: index }));
  return {
    ...pageBase(asked, viewing, person.name),
    surface: "profile",
    person,
    mutual: mutual.map((one) => personView(viewing, one)),
    mutualMore: scatter(person.slug, 2) % 60,
    rail: some("rail", 14).map((one) => personView(viewing, one)),
    jobs: jobsOf(viewing, index).map(({ company, title, from, until }) => ({
      company,
      title,
      span: `${year.format(from)} – ${until === undefined ? viewing.words.present : year.format(until)}`,
    })),
    posts: posts.map((post) => ({
      ...post,
      age: age(Number(BigInt(post.id) >> 22n), viewing.words, now),
    })),
  };
}

function feedPage(asked: Asked, viewing: Viewing): FeedPage {
  const start = Number(asked.route.query.get("start") ?? 0) || 0;
  const count = start === 0 ? (asked.settings.count ?? 8) : 10;
  const all = viewing.world.posts();
  const posts: PostView[] = [];
  for (const [place, post] of all.slice(start, start + count).entries()) {
    if ((start + place) % 7 === 3) {
      const id = activityId(post.at - 1, scatter(post.id, 31));
      posts.push(
        promotedView(viewing, id, post.at, COMPANIES[scatter(id) % COMPANIES.length] ?? ""),
      );
    }
    posts.push(postView(viewing, post));
  }
  return {
    ...pageBase(asked, viewing, viewing.words.feed),
    surface: "feed",
    posts,
    start,
    total: all.length,
  };
}

/** How many messages one answer holds. */
const MESSAGES_AT_ONCE = 20;

function thread(viewing: Viewing, id: string, before: number | undefined): ThreadView | undefined {
  const conversation = viewing.world.conversations().get(id);
  if (!conversation) return undefined;
  const end = before ?? conversation.messages.length;
  const begin = Math.max(0, end - MESSAGES_AT_ONCE);
  const messages = conversation.messages
    .slice(begin, end)
    .flatMap((_, place) => messageView(viewing, conversation, begin + place) ?? []);
  return { conversation: conversationView(viewing, conversation), messages, earlier: begin };
}

function messagingPage(asked: Asked, viewing: Viewing): MessagingPage {
  const { route, world } = asked;
  const start = Number(route.query.get("start") ?? 0) || 0;
  const before = route.query.get("before");
  const all = [...world.conversations().values()].toSorted(
    (a, b) => (b.messages.at(-1)?.at ?? 0) - (a.messages.at(-1)?.at ?? 0),
  );
  const recipient = route.query.get("recipient");
  const index = recipient === null ? undefined : personNamed(world, recipient);
  const existing = all.find(
    ({ kind, members }) => kind !== "group" && index !== undefined && members.has(index),
  );
  const opened = thread(
    viewing,
    route.subject ?? existing?.id ?? "",
    before === null ? undefined : Number(before),
  );
  return {
    ...pageBase(asked, viewing, viewing.words.messaging),
    surface: "messaging",
    conversations: all.slice(start, start + 20).map((one) => conversationView(viewing, one)),
    total: all.length,
    ...(opened ? { thread: opened } : {}),
    ...(index !== undefined && !opened ? { compose: personView(viewing, index) } : {}),
  };
}

function notificationsPage(asked: Asked, viewing: Viewing): Page {
  const recent = viewing.world.network.viewer.posts
    .slice(-12)
    .flatMap(({ id }) =>
      viewing.world.under(id).filter(({ interaction }) => interaction.direction === "in"),
    )
    .toSorted((one, other) => other.interaction.at - one.interaction.at)
    .slice(0, 30);
  const notices = recent.map(({ person, interaction: { kind, postId, at } }) => ({
    person: personView(viewing, person),
    what: kind === "reaction" ? viewing.words.likes : viewing.words.commented,
    age: age(at, viewing.words, asked.now),
    ...(postId === undefined ? {} : { post: postId }),
  }));
  return {
    ...pageBase(asked, viewing, viewing.words.notifications),
    surface: "notifications",
    notices,
  };
}

/** What a page shows, or undefined where there is no such page. */
export function answer(asked: Asked): Page | undefined {
  const { world, route, settings, now } = asked;
  const viewing: Viewing = { world, words: words(settings.lang), now };
  switch (route.surface) {
    case "profile":
      return profilePage(asked, viewing);
    case "feed":
      return feedPage(asked, viewing);
    case "messaging":
      return messagingPage(asked, viewing);
    case "notifications":
      return notificationsPage(asked, viewing);
    case "post": {
      const post = world.post(route.subject ?? "");
      if (!post) return undefined;
      const view = postView(viewing, post, true);
      return {
        ...pageBase(asked, viewing, view.author?.name ?? view.company),
        surface: "post",
        post: view,
      };
    }
    default:
      return peoplePage(asked, viewing, route.surface);
  }
}
