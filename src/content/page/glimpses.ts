/**
 * How things stand with the people on the page: asked once each, all people of one batch in one message, kept while the page is.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { PersonSeen } from "../../domain/interactions/sighting.ts";
import type { PersonOnPage } from "../../linkedin/people/people-on-page.ts";
import { askFromSite } from "../../protocol/transport.ts";
import type { Glimpse, Viewer } from "../../protocol/site-questions.ts";

/** As many as the background answers at once. */
const AT_ONCE = 200;

/** An answer this old (ms) is asked again: somebody may have written in between, in another tab or an import. */
const KEPT_MS = 60_000;

/** What a page shows of a person, as the history takes it in. */
export function personSeen(person: PersonOnPage, at: number): PersonSeen {
  const { aliases, name, headline, company, inOneAddress, mutual } = person;
  return {
    aliases,
    name,
    at,
    ...(headline !== undefined && { headline }),
    ...(company !== undefined && { company }),
    ...(inOneAddress && { inOneAddress }),
    ...(mutual && {
      mutual: {
        ...(mutual.count !== undefined && { count: mutual.count }),
        named: mutual.named.map(({ alias }) => alias),
      },
    }),
  };
}

/** What was answered about a person. */
interface GlimpseAnswer {
  /** `undefined` for a stranger, who gets no badge. */
  readonly glimpse: Glimpse | undefined;
  readonly at: number;
  readonly name: string | undefined;
}

/** The answers so far. */
export interface Glimpses {
  /** The answer for a person, `"stranger"` for one who gets no badge; `undefined` if none was given or it is too old. */
  of(person: PersonOnPage, now: number): Glimpse | "stranger" | undefined;
  /** From now on all answers are too old: something changed. */
  forget(): void;
  /** Asks about those of these people that no answer is kept for. */
  ask(people: readonly PersonOnPage[], viewer: Viewer | undefined, now: number): Promise<void>;
}

/** No answers yet. */
export function glimpses(): Glimpses {
  const answers = new Map<Alias, GlimpseAnswer>();
  /** How often everything was forgotten. */
  let round = 0;
  const kept = (person: PersonOnPage, now: number): GlimpseAnswer | undefined => {
    for (const alias of person.aliases) {
      const answer = answers.get(alias);
      // The answer names the person as asked: with another name beside it, it is not the answer.
      if (answer !== undefined && answer.name === person.name && now - answer.at < KEPT_MS)
        return answer;
    }
    return undefined;
  };
  return {
    of(person, now) {
      const answer = kept(person, now);
      return answer && (answer.glimpse ?? "stranger");
    },
    forget() {
      answers.clear();
      round += 1;
    },
    async ask(people, viewer, now) {
      const own = round;
      const unknown = people.filter((person) => kept(person, now) === undefined);
      for (let start = 0; start < unknown.length; start += AT_ONCE) {
        const asked = unknown
          .slice(start, start + AT_ONCE)
          .map((person) => personSeen(person, now));
        const found = await askFromSite.glimpses({ people: asked, viewer });
        // Something changed while the answer was on its way; those who said so ask again.
        if (own !== round) return;
        const byAlias = new Map(found.map((glimpse) => [glimpse.alias, glimpse]));
        for (const { aliases, name } of asked) {
          const [first] = aliases;
          const glimpse = first && byAlias.get(first);
          for (const alias of aliases) answers.set(alias, { glimpse, at: now, name });
        }
      }
    },
  };
}
