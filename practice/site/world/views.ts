import { scatter } from "../../network/random.ts";
import { messageId } from "../../network/site-ids.ts";
import { inventedText, type Conversation } from "./conversations.ts";
import { age } from "../words/dates.ts";
import type {
  CommentView,
  ConversationView,
  MessageView,
  PersonView,
  PostView,
  Reaction,
  Relation,
} from "../page.ts";
import { REACTIONS } from "../page.ts";
import { commentId, personAt, type KnownPost, type World } from "./world.ts";
import type { Words } from "../words/words.ts";

/** What a view needs to know beside the thing itself. */
export interface Viewing {
  readonly world: World;
  readonly words: Words;
  readonly now: number;
}

/** How the viewer stands to the person at a place in the list. */
export function relation({ network, relations }: World, index: number): Relation {
  return (
    relations.get(index)?.relation ?? (network.people[index]?.degree === 1 ? "connected" : "none")
  );
}

/** A person as pages show them; -1 is the viewer. */
export function personView({ world }: Viewing, index: number): PersonView {
  const { viewer } = world.network;
  const person = personAt(world, index);
  const who = person ?? viewer;
  const standing = person ? relation(world, index) : "self";
  const pictures = scatter(who.memberId, 1);
  const live = world.relations.get(index);
  const connectedAt = standing === "connected" ? (live?.at ?? person?.connectedAt) : undefined;
  const { slug, memberId, memberNumber, name, firstName, location } = who;
  const newJob = world.newJobs.get(index);
  const { company, title } = newJob ?? who;
  const headline = newJob ? `${title} at ${company}` : who.headline;
  return {
    slug,
    memberId,
    memberNumber,
    name,
    firstName,
    headline,
    company,
    title,
    location,
    degree: !person ? 0 : standing === "connected" ? 1 : person.degree === 1 ? 2 : person.degree,
    relation: standing,
    ...(pictures % 7 === 0 ? {} : { photo: `/media/portrait/${pictures % 48}.svg` }),
    ...(pictures % 5 === 1 ? { verified: true as const } : {}),
    ...(connectedAt === undefined ? {} : { connectedAt }),
    ...(live && standing !== "connected" ? { invitedAt: live.at } : {}),
    ...(standing === "received" && pictures % 3 === 0 ? { note: inventedText(memberId) } : {}),
  };
}

/** Somebody among the people, the same for the same text; undefined in an empty network. */
export function somebody({ world }: Viewing, text: string): number | undefined {
  const { length } = world.network.people;
  return length === 0 ? undefined : scatter(text, 11) % length;
}

/** Some people who reacted to something that is not the viewer's. */
function invented(viewing: Viewing, to: string, count: number): readonly PersonView[] {
  const places = Array.from({ length: count }, (_, place) => somebody(viewing, `${to}@${place}`));
  return [...new Set(places)].flatMap((place) =>
    place === undefined ? [] : [personView(viewing, place)],
  );
}

/** Comments under a post: the network's, invented ones around them, and those made on the pages. */
export function commentViews(viewing: Viewing, post: KnownPost, some: boolean): CommentView[] {
  const { world, words, now } = viewing;
  const made: { id: string; at: number; author: number; text: string; parent?: string }[] = [];
  for (const { person, interaction } of world.under(post.id)) {
    const { kind, direction, at, commentId: id } = interaction;
    if (kind !== "comment" && kind !== "mention") continue;
    const own = id ?? commentId(at, post.id + person);
    made.push({ id: own, at, author: direction === "out" ? -1 : person, text: inventedText(own) });
  }
  for (let index = 0; some && index < scatter(post.id, 4) % 5; index += 1) {
    const author = somebody(viewing, `${post.id}#${index}`);
    const at = post.at + (index + 1) * 1_700_000;
    const person = author === undefined ? undefined : personAt(world, author);
    // People with a history stay out of invented comments, which would be contact that the network does not know.
    if (author === undefined || person?.degree === 1 || at > now) continue;
    const id = commentId(at, `${post.id}${index}`);
    made.push({ id, at, author, text: inventedText(id) });
  }
  for (const { id, at, text, parent } of world.comments.get(post.id) ?? []) {
    made.push({ id, at, author: -1, text, ...(parent === undefined ? {} : { parent }) });
  }
  const views = made
    .toSorted((one, other) => one.at - other.at)
    .map(({ id, at, author, text, parent }) => {
      const reaction = world.reactions.get(id);
      const view: CommentView = {
        id,
        author: personView(viewing, author),
        age: age(at, words, now),
        text,
        reactors: invented(viewing, id, 1 + (scatter(id, 17) % 3)),
        replies: [],
        ...(reaction === undefined ? {} : { reaction }),
      };
      return { parent, view };
    });
  return views
    .filter(({ parent }) => parent === undefined)
    .map(({ view }) => ({
      ...view,
      replies: views.filter(({ parent }) => parent === view.id).map((reply) => reply.view),
    }));
}

function ownReaction({ world }: Viewing, post: KnownPost): Reaction | undefined {
  if (world.reactions.has(post.id)) return world.reactions.get(post.id);
  const done = world
    .under(post.id)
    .some(({ interaction: { kind, direction } }) => kind === "reaction" && direction === "out");
  return done ? REACTIONS[scatter(post.id, 8) % REACTIONS.length] : undefined;
}

/** A post as feed and post page show it. */
export function postView(viewing: Viewing, post: KnownPost, detail = false): PostView {
  const { world, words, now } = viewing;
  const dice = scatter(post.id, 21);
  const shown = commentViews(viewing, post, true);
  const reaction = ownReaction(viewing, post);
  const other = somebody(viewing, `social${post.id}`);
  const mentioned = somebody(viewing, `mention${post.id}`);
  const reactors = world
    .under(post.id)
    .filter(({ interaction }) => interaction.kind === "reaction" && interaction.direction === "in");
  const reactor = reactors[0]?.person;
  const shownReactors =
    post.author === -1
      ? [...new Set(reactors.map(({ person }) => person))].map((one) => personView(viewing, one))
      : invented(viewing, post.id, 2 + (dice % 3));
  const inner =
    dice % 13 === 4 ? world.posts()[scatter(post.id, 9) % world.posts().length] : undefined;
  const company = personAt(world, post.author)?.company ?? world.network.viewer.company;
  return {
    id: post.id,
    company,
    author: personView(viewing, post.author),
    age: age(post.at, words, now),
    edited: dice % 9 === 2,
    promoted: false,
    text: inventedText(post.id, 2 + (dice % 6)),
    reactions: (dice % 200) + (reaction ? 1 : 0),
    reactors: detail ? shownReactors : [],
    comments: shown.reduce((sum, { replies }) => sum + 1 + replies.length, 0),
    shown: detail ? shown : [],
    ...(reaction ? { reaction } : {}),
    ...(reactor === undefined ? {} : { reactor: personView(viewing, reactor) }),
    ...(dice % 6 === 1 && mentioned !== undefined
      ? { mention: personView(viewing, mentioned) }
      : {}),
    ...(dice % 5 === 0 && other !== undefined && !detail
      ? {
          social: {
            people: [personView(viewing, other)],
            more: dice % 3,
            what: dice % 2 ? ("likes" as const) : ("commented" as const),
          },
        }
      : {}),
    ...(inner && inner.id !== post.id && inner.at < post.at && !detail
      ? { reshared: { ...postView(viewing, inner, true), shown: [] } }
      : {}),
  };
}

/** A post that a company pays for. */
export function promotedView(
  { words, now }: Viewing,
  id: string,
  at: number,
  company: string,
): PostView {
  return {
    id,
    company,
    age: age(at, words, now),
    edited: false,
    promoted: true,
    text: inventedText(id, 3),
    reactions: scatter(id, 2) % 900,
    reactors: [],
    comments: 0,
    shown: [],
  };
}

/** A row of the list of conversations. */
export function conversationView(
  viewing: Viewing,
  { id, kind, members, title, messages }: Conversation,
): ConversationView {
  const last = messages.at(-1);
  const people = [...members].map((index) => personView(viewing, index));
  const names = people.map(({ name, firstName }) => (people.length > 1 ? firstName : name));
  const shownTitle =
    people.length > 2 ? `${names.slice(0, 2).join(", ")} +${people.length - 2}` : names.join(", ");
  const sender =
    last && last.from >= 0
      ? people.find(({ memberId }) => memberId === personAt(viewing.world, last.from)?.memberId)
      : undefined;
  const text = last ? (last.text ?? inventedText(`${id}${last.at}`)) : "";
  const prefix =
    last?.from === -1 ? `${viewing.words.you}: ` : sender ? `${sender.firstName}: ` : "";
  return {
    id,
    kind,
    people,
    title: kind === "hidden" ? viewing.words.hidden : shownTitle || title,
    at: last?.at ?? 0,
    snippet: `${prefix}${text}`,
    fromViewer: last?.from === -1,
    unread: last?.from !== -1 && scatter(id, 6) % 6 === 0 ? 1 : 0,
  };
}

/** One message of a conversation, by its place in it. */
export function messageView(
  viewing: Viewing,
  conversation: Conversation,
  index: number,
): MessageView | undefined {
  const message = conversation.messages[index];
  if (!message) return undefined;
  const sender = message.from === -2 ? undefined : personView(viewing, message.from);
  const title = conversation.kind === "hidden" ? viewing.words.hidden : conversation.title;
  return {
    id: messageId(conversation.id, message.at, index),
    at: message.at,
    senderName: sender?.name ?? title,
    text: message.text ?? inventedText(`${conversation.id}${message.at}`),
    edited: scatter(`${message.at}`, 3) % 40 === 0,
    ...(sender ? { sender } : {}),
  };
}
