/**
 * Who reacted to the viewer's own posts, from the lists the user opens. A list says nowhere what it is about; what was pressed last before
 * it opened does.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import type { PersonOnPage } from "../../linkedin/people/people-on-page.ts";
import { postAround } from "../../linkedin/surfaces/post-facts.ts";
import { reactorSightings } from "../../linkedin/surfaces/post-sightings.ts";
import { REACTORS } from "../../linkedin/page/regions.ts";
import type { Page } from "../../linkedin/address/urls.ts";

/** Those of these people who stand in the list of reactors of a post of the viewer's own. */
export type ReactorsWatch = (
  people: readonly PersonOnPage[],
  page: Page,
  viewer: readonly Alias[],
  now: number,
) => readonly Sighting[];

/** Remembers what was pressed, until the signal is aborted. */
export function reactorsWatch(document: Document, signal: AbortSignal): ReactorsWatch {
  let pressed: Element | undefined;
  document.addEventListener(
    "click",
    ({ target }) => {
      const element = target as Element;
      if (!element.closest(REACTORS)) pressed = element;
    },
    { capture: true, signal },
  );
  return (people, page, viewer, now) => {
    const reactors = people.filter(({ anchor }) => anchor.closest(REACTORS));
    // On pages of many posts a list may be drawn anew under another one.
    const isCertain = reactors.length > 0 && page.surface === "post";
    const post = isCertain && pressed && postAround(pressed, page);
    return post ? reactorSightings(post, reactors, viewer, now) : [];
  };
}
