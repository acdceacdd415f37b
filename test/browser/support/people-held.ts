/** The people of a history as two lists can be compared: what each is known by, and how many interactions count. */
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { settled, union } from "../../../src/domain/interactions/history.ts";
import type { ProjectedPerson } from "../../../src/domain/projection/person-of.ts";
import { nameSubject } from "../../../src/domain/records/subject.ts";

declare const chrome: Browser;

/** By the aliases, sorted, with a space in between; by the name for somebody known by name alone. */
export type Held = Readonly<Record<string, number>>;

/** The key of a person. */
export const keyOfAliases = (aliases: readonly string[]): string => aliases.toSorted().join(" ");

/** People as they are projected. */
export const heldOf = (people: readonly ProjectedPerson[]): Held =>
  Object.fromEntries(
    people.map(({ subject, aliases, interactions, removed }) => [
      keyOfAliases(aliases) || subject,
      settled(interactions, removed).length,
    ]),
  );

/** The same with two people in one: with everything of both. What happens only once counts once, too, if both had it. */
export function joined(people: readonly ProjectedPerson[], one: string, other: string): Held {
  const isOne = ({ aliases }: ProjectedPerson): boolean =>
    [one, other].includes(keyOfAliases(aliases));
  const [first, second] = people.filter(isOne);
  if (first === undefined || second === undefined) throw new Error("no two people to join");
  const key = keyOfAliases([...first.aliases, ...second.aliases]);
  const facts = union(first.interactions, second.interactions);
  return {
    ...heldOf(people.filter((person) => !isOne(person))),
    [key]: settled(facts, [...first.removed, ...second.removed]).length,
  };
}

/**
 * Asks the background as our own pages do, again as long as it is being ended.
 *
 * @param isWriting names the history, as a question that writes has to
 */
export const asked = (
  page: DrivenPage,
  question: string,
  about?: object,
  isWriting = false,
): Promise<unknown> =>
  page.evaluate(
    async (name, what, writes) => {
      interface Reply {
        readonly answer?: unknown;
        readonly history?: string;
        readonly refused?: string;
      }
      const send = async (message: object): Promise<Reply> => {
        for (let tries = 0; tries < 40; tries += 1) {
          const reply = await chrome.runtime
            .sendMessage<object, Reply | undefined>(message)
            .catch(() => undefined);
          if (reply?.refused !== undefined) throw new Error(`${name}: ${reply.refused}`);
          if (reply !== undefined) return reply;
          await new Promise((resolve) => setTimeout(resolve, 250));
        }
        throw new Error(`${name}: no answer`);
      };
      const history = writes ? (await send({ ask: "overview" })).history : undefined;
      return (await send({ ask: name, about: what, history })).answer;
    },
    question,
    about,
    isWriting,
  );

interface InView {
  readonly id: string;
  readonly key: string;
  readonly count: number;
}

/** Everybody as our own pages show them: at most 200 people. */
export async function peopleInView(page: DrivenPage): Promise<readonly InView[]> {
  const found = (await asked(page, "people", {
    text: "",
    late: false,
    bands: [],
    twoWay: false,
    order: "name",
    start: 0,
    atMost: 200,
  })) as { readonly rows: readonly { readonly id: string; readonly name: string }[] };
  const people: InView[] = [];
  for (const { id, name } of found.rows) {
    const { aliases } = (await asked(page, "personDetails", { id })) as {
      readonly aliases: readonly string[];
    };
    const { interactionCount: count } = (await asked(page, "personCard", { id, atMost: 1 })) as {
      readonly interactionCount: number;
    };
    people.push({ id, key: keyOfAliases(aliases) || nameSubject(name), count });
  }
  return people;
}

/** People in view, to compare with {@link heldOf}. */
export const heldInView = (people: readonly InView[]): Held =>
  Object.fromEntries(people.map(({ key, count }) => [key, count]));
