/**
 * Reactions the viewer sets and takes back, told by the state of the buttons and by nothing that is pressed.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import {
  reactionChange,
  type CommentFacts,
  type PostFacts,
  type ReactionState,
} from "../../linkedin/surfaces/post-facts.ts";
import { reactionSighting } from "../../linkedin/surfaces/post-sightings.ts";

/** What changed at the buttons of these posts and comments since they were last read. */
export type ReactionWatch = (
  written: readonly (PostFacts | CommentFacts)[],
  viewer: readonly Alias[],
  now: number,
) => readonly Sighting[];

/** Knows the buttons of a page as they were last read. */
export function reactionWatch(): ReactionWatch {
  const before = new WeakMap<Element, ReactionState & { readonly ref: string | undefined }>();
  const untouched = new Set<string>();
  return (written, viewer, now) =>
    written.flatMap((one): readonly Sighting[] => {
      const { id, reaction } = one;
      const set = reactionSighting(one, viewer, now);
      if (id === undefined || reaction === undefined || set?.what !== "interaction") return [];
      const { button, label } = reaction;
      const { person, interaction } = set;
      const { kind, direction, ref } = interaction;
      // A button in use says its reaction twice, in its label and in the word on it.
      const word = button.textContent?.trim();
      if (word && !label.includes(word)) untouched.add(label);
      const last = before.get(button);
      before.set(button, { ...reaction, ref });
      // Without the viewer's hand a state that changes was only loaded late; a button of another post was only used again.
      const hand = button.ownerDocument.defaultView?.navigator.userActivation;
      if (last === undefined || last.ref !== ref || hand?.isActive === false) return [];
      const change = reactionChange(last, reaction, untouched);
      if (change === undefined) return [];
      if (change === "set") return [set];
      return [{ what: "takenBack", person, kind, direction, ...(ref !== undefined && { ref }) }];
    });
}
