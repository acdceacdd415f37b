import type { PersonRow, PersonView } from "../page.ts";
import { filled } from "../words/words.ts";
import { appLink, memberPath, type Drawing } from "./drawing.ts";
import { el, marker } from "./element.ts";

/** The line about common connections. */
export function insights(
  drawing: Drawing,
  { mutual, mutualMore }: PersonRow,
  subject: PersonView,
): HTMLElement | undefined {
  if (mutual.length === 0) return undefined;
  const shared = `/search/results/people/?facetNetwork=%5B%22F%22%5D&facetConnectionOf=[%22${subject.memberId}%22]&origin=SHARED_CONNECTIONS_CANNED_SEARCH`;
  const links = mutual.flatMap((person, index) => [
    index > 0 ? ", " : "",
    appLink(
      drawing,
      `${memberPath(person)}?miniProfileUrn=${encodeURIComponent(`urn:li:fs_miniProfile:${person.memberId}`)}`,
      { tabindex: "0" },
      el("span", {}, el("strong", {}, marker(), person.name, marker())),
    ),
  ]);
  return el(
    "div",
    { class: drawing.names("entity-result__insights t-12") },
    el(
      "div",
      { class: "reusable-search-simple-insight__text-container" },
      el(
        "span",
        { class: "reusable-search-simple-insight__text--small" },
        ...links,
        mutualMore > 0
          ? appLink(
              drawing,
              shared,
              { tabindex: "0" },
              el(
                "span",
                {},
                el("strong", {}, ` ${filled(drawing.words.others, { n: mutualMore })}`),
              ),
            )
          : undefined,
      ),
    ),
  );
}
