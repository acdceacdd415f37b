import type { InventedJob } from "../../network/invented.ts";
import type { InventedInteraction, InventedPerson, Network } from "../../network/network.ts";
import { scatter } from "../../network/random.ts";
import { activityId } from "../../network/site-ids.ts";
import { conversations, type Conversation } from "./conversations.ts";
import type { Reaction, Relation } from "../page.ts";

/** A post and who wrote it; `author` is the place in the list of people, -1 for the viewer. */
export interface KnownPost {
  readonly id: string;
  readonly at: number;
  readonly author: number;
}

/** A comment made through the pages since the server started. */
export interface LiveComment {
  readonly id: string;
  readonly at: number;
  readonly parent?: string;
  readonly text: string;
}

/** What a test compares with what was observed: something the viewer did, or had done to them, on the pages. */
export interface Fact {
  readonly what: string;
  readonly viewer: 1 | 2;
  readonly direction: "in" | "out" | "both";
  /** Slugs of the people concerned. */
  readonly people: readonly string[];
  readonly at: number;
  /** Conversation, post or comment id. */
  readonly ref?: string;
}

/** The site as one member sees it, with everything that has happened on it since the server started. */
export interface World {
  readonly network: Network;
  readonly bySlug: ReadonlyMap<string, number>;
  readonly byMember: ReadonlyMap<string, number>;
  readonly relations: Map<number, { relation: Relation; at: number }>;
  /** The jobs people began while the site runs. */
  readonly newJobs: Map<number, InventedJob>;
  readonly reactions: Map<string, Reaction | undefined>;
  readonly comments: Map<string, LiveComment[]>;
  /** Newest first. */
  readonly posts: () => readonly KnownPost[];
  readonly post: (id: string) => KnownPost | undefined;
  /** What passed between the viewer and others under a post, as the network tells it. */
  readonly under: (post: string) => readonly { person: number; interaction: InventedInteraction }[];
  readonly conversations: () => Map<string, Conversation>;
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const DAY_MS = 86_400_000;

/** Invitations that wait for an answer: some people who are no connections sent one, some got one. */
function pendingInvitations(network: Network): Map<number, { relation: Relation; at: number }> {
  const relations = new Map<number, { relation: Relation; at: number }>();
  let received = 0;
  let sent = 0;
  for (const [index, { degree, slug }] of network.people.entries()) {
    if (degree === 1) continue;
    const at = network.now - (1 + (scatter(slug, 5) % 60)) * DAY_MS;
    if (scatter(slug, 7) % 3 === 0 && received < 24) {
      relations.set(index, { relation: "received", at });
      received += 1;
    } else if (scatter(slug, 7) % 3 === 1 && sent < 16) {
      relations.set(index, { relation: "sent", at });
      sent += 1;
    }
  }
  return relations;
}

/** The world of a network's viewer. */
export function world(network: Network): World {
  const bySlug = new Map<string, number>();
  const byMember = new Map<string, number>();
  for (const [index, { slug, formerSlugs, memberId }] of network.people.entries()) {
    bySlug.set(slug, index);
    for (const former of formerSlugs) bySlug.set(former, index);
    byMember.set(memberId, index);
  }
  const posts = remembered(() => {
    const all: KnownPost[] = network.viewer.posts.map((post) => ({ ...post, author: -1 }));
    for (const [author, person] of network.people.entries()) {
      for (const post of person.posts) all.push({ ...post, author });
    }
    return all.toSorted((one, other) => other.at - one.at);
  });
  const byId = remembered(() => new Map(posts().map((post) => [post.id, post])));
  const under = remembered(() => {
    const found = new Map<string, { person: number; interaction: InventedInteraction }[]>();
    for (const [person, { interactions }] of network.people.entries()) {
      for (const interaction of interactions) {
        if (interaction.postId === undefined) continue;
        const list = found.get(interaction.postId) ?? [];
        list.push({ person, interaction });
        found.set(interaction.postId, list);
      }
    }
    return found;
  });
  return {
    network,
    bySlug,
    byMember,
    relations: pendingInvitations(network),
    newJobs: new Map(),
    reactions: new Map(),
    comments: new Map(),
    posts,
    post: (id) => byId().get(id),
    under: (post) => under().get(post) ?? [],
    conversations: remembered(() => conversations(network)),
  };
}

/** The person at a place in the list; -1 has none. */
export function personAt({ network }: World, index: number): InventedPerson | undefined {
  return network.people[index];
}

/** The person an address names by slug or member id. */
export function personNamed({ bySlug, byMember }: World, name: string): number | undefined {
  return byMember.get(name) ?? bySlug.get(name.normalize("NFC").toLowerCase());
}

/** A comment's id where the network has none: made of its moment and the post's id. */
export function commentId(at: number, salt: string): string {
  return activityId(at, scatter(salt));
}
