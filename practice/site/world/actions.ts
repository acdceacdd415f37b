import { random, scatter } from "../../network/random.ts";
import { conversationId, uuid } from "../../network/site-ids.ts";
import { age } from "../words/dates.ts";
import type { Action, Outcome } from "../page.ts";
import { REACTIONS } from "../page.ts";
import {
  commentViews,
  conversationView,
  messageView,
  personView,
  relation,
  type Viewing,
} from "./views.ts";
import { commentId, personAt, personNamed, type Fact } from "./world.ts";

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Reads an action out of what a page sent, or undefined where it is none. */
export function actionFrom(sent: unknown): Action | undefined {
  if (typeof sent !== "object" || sent === null || !("what" in sent)) return undefined;
  const { what, text, post, slug, conversation, to, comment, parent, reaction } = {
    ...sentFields(sent),
    what: sent.what,
  };
  if (what === "message" && isText(text)) {
    return {
      what,
      text,
      ...(isText(conversation) ? { conversation } : {}),
      ...(isText(to) ? { to } : {}),
    };
  }
  if (what === "react" && isText(post)) {
    return {
      what,
      post,
      reaction: REACTIONS.find((one) => one === reaction),
      ...(isText(comment) ? { comment } : {}),
    };
  }
  if (what === "comment" && isText(post) && isText(text)) {
    return { what, post, text, ...(isText(parent) ? { parent } : {}) };
  }
  if (
    (what === "invite" || what === "accept" || what === "ignore" || what === "withdraw") &&
    isText(slug)
  ) {
    return { what, slug };
  }
  return undefined;
}

type Field = "text" | "post" | "slug" | "conversation" | "to" | "comment" | "parent" | "reaction";

function sentFields(sent: object): Readonly<Partial<Record<Field, unknown>>> {
  return Object.fromEntries(Object.entries(sent));
}

type Noted = Omit<Fact, "viewer">;

function message(
  viewing: Viewing,
  action: Extract<Action, { what: "message" }>,
  note: (fact: Noted) => void,
): Outcome | undefined {
  const { world, now } = viewing;
  const conversations = world.conversations();
  const recipient = action.to === undefined ? undefined : personNamed(world, action.to);
  let conversation =
    action.conversation === undefined ? undefined : conversations.get(action.conversation);
  conversation ??= [...conversations.values()].find(
    ({ kind, members }) => kind !== "group" && recipient !== undefined && members.has(recipient),
  );
  if (!conversation) {
    if (recipient === undefined) return undefined;
    const id = conversationId(uuid(random(scatter(`${recipient}${now}`))));
    conversation = { id, kind: "pair", members: new Set([recipient]), title: "", messages: [] };
    conversations.set(id, conversation);
  }
  const at = Math.max(now, (conversation.messages.at(-1)?.at ?? 0) + 1);
  conversation.messages.push({ at, from: -1, text: action.text });
  const people = [...conversation.members].flatMap((index) => personAt(world, index)?.slug ?? []);
  note({ what: "message", direction: "out", people, at, ref: conversation.id });
  const shown = messageView(viewing, conversation, conversation.messages.length - 1);
  return (
    shown && {
      what: "message",
      conversation: conversationView(viewing, conversation),
      message: shown,
    }
  );
}

/** Slug of the author of a post, or of a comment under it; undefined for the viewer. */
function authorOf(viewing: Viewing, post: string, comment: string | undefined): string | undefined {
  const known = viewing.world.post(post);
  if (!known) return undefined;
  if (comment === undefined) return personAt(viewing.world, known.author)?.slug;
  const all = commentViews(viewing, known, true).flatMap((one) => [one, ...one.replies]);
  const author = all.find(({ id }) => id === comment)?.author;
  return author?.relation === "self" ? undefined : author?.slug;
}

function comment(
  viewing: Viewing,
  { post, parent, text }: Extract<Action, { what: "comment" }>,
  note: (fact: Noted) => void,
): Outcome | undefined {
  const { world, now, words } = viewing;
  const known = world.post(post);
  if (!known) return undefined;
  const id = commentId(now, `${post}${text}${now}`);
  const list = world.comments.get(post) ?? [];
  list.push({ id, at: now, text, ...(parent === undefined ? {} : { parent }) });
  world.comments.set(post, list);
  const author = authorOf(viewing, post, parent);
  note({
    what: "comment",
    direction: "out",
    people: author === undefined ? [] : [author],
    at: now,
    ref: id,
  });
  return {
    what: "comment",
    comment: {
      id,
      author: personView(viewing, -1),
      age: age(now, words, now),
      text,
      reactors: [],
      replies: [],
    },
  };
}

/** Does what a page asked for and notes it as a fact; undefined where it cannot be done. */
export function perform(
  viewing: Viewing,
  action: Action,
  note: (fact: Noted) => void,
): Outcome | undefined {
  const { world, now } = viewing;
  if (action.what === "message") return message(viewing, action, note);
  if (action.what === "comment") return comment(viewing, action, note);
  if (action.what === "react") {
    world.reactions.set(action.comment ?? action.post, action.reaction);
    const author = authorOf(viewing, action.post, action.comment);
    note({
      what: action.reaction ? "reaction" : "reaction undone",
      direction: "out",
      people: author === undefined ? [] : [author],
      at: now,
      ref: action.comment ?? action.post,
    });
    return { what: "done" };
  }
  const index = personNamed(world, action.slug);
  if (index === undefined) return undefined;
  const before = relation(world, index);
  const people = [personAt(world, index)?.slug ?? ""];
  if (action.what === "accept" && before === "received") {
    world.relations.set(index, { relation: "connected", at: now });
    note({ what: "connected", direction: "both", people, at: now });
  } else if (action.what === "invite" && before === "none") {
    world.relations.set(index, { relation: "sent", at: now });
    note({ what: "invitation", direction: "out", people, at: now });
  } else if (action.what === "withdraw" || action.what === "ignore") {
    world.relations.set(index, { relation: "none", at: now });
    note({
      what: `${action.what === "ignore" ? "ignored" : "withdrawn"}`,
      direction: "out",
      people,
      at: now,
    });
  }
  return { what: "done" };
}
