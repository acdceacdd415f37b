/**
 * What our own pages are answered about one person: showing, choosing, correcting, merging, erasing.
 */
import { parse } from "valibot";
import { shownCareer, shownName } from "../../domain/person/corrected.ts";
import { type Interaction, interactionKey } from "../../domain/interactions/interaction.ts";
import type { Question } from "../../domain/projection/question.ts";
import { workText } from "../../domain/directory/ready-row.ts";
import { isAlias, type PersonSubject } from "../../domain/records/subject.ts";
import type { HistoryQuestions } from "../../protocol/page-questions.ts";
import type { QuestionSide } from "../../protocol/views.ts";
import { Refusal } from "../../protocol/transport.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { answer as storeAnswer } from "../../storage/records/answer.ts";
import { addInteraction, choose, removeInteraction } from "../../storage/records/by-hand.ts";
import { mergePeople, splitPerson, undoMerge } from "../../storage/records/merge-people.ts";
import { erasedCount, liftErasures } from "../../storage/records/forget.ts";
import { storedPersonCard, storedPersonDetails } from "../../storage/answers/card.ts";
import { openQuestions } from "../../storage/answers/questions.ts";
import { peopleByAliases } from "../../storage/view/people.ts";
import { finishDeletionOf } from "../histories/deletions.ts";
import { reading, writing } from "./answers.ts";
import {
  answeredQuestion,
  askedDetails,
  askedMerge,
  askedPerson,
  askedSplit,
  chosen,
  mergedPair,
  namedInteraction,
  writtenDown,
} from "../questions/questions-checked.ts";

/** The people a question is about. */
function subjectsOf(question: Question): readonly PersonSubject[] {
  switch (question.kind) {
    case "which-person":
      return question.candidates;
    case "shown-with-erased":
      return [question.alias];
    case "one-person":
    case "whose-note":
      return [question.a, question.b];
  }
}

/** Everybody that the questions are about, each subject once. */
async function sidesOf(
  database: HistoryDatabase,
  questions: readonly Question[],
): Promise<readonly QuestionSide[]> {
  const aliases = [...new Set(questions.flatMap(subjectsOf))].filter(isAlias);
  const people = await peopleByAliases(
    database,
    aliases.map((alias) => [alias]),
  );
  return people.flatMap((person, place): readonly QuestionSide[] => {
    const subject = aliases[place];
    if (person === undefined || subject === undefined) return [];
    return [
      {
        subject,
        id: person.id,
        name: shownName(person),
        work: workText(shownCareer(person)),
        interactions: person.summary.interactions,
      },
    ];
  });
}

type PersonReads = Pick<
  HistoryQuestions,
  "personCard" | "personDetails" | "openQuestions" | "erasedCount"
>;

type Writes = Pick<
  HistoryQuestions,
  | "choose"
  | "mergePeople"
  | "undoMerge"
  | "splitPerson"
  | "answerQuestion"
  | "deleteInteraction"
  | "restoreInteraction"
  | "addInteraction"
  | "liftErasures"
>;

/** Answers about one person that write nothing. */
export const personReads = reading<PersonReads>({
  async personCard(about, { database }) {
    const { id, atMost } = parse(askedPerson, about);
    const card = await storedPersonCard(database, id, atMost, Date.now());
    if (card === undefined) throw new Refusal("unknown-person");
    return card;
  },

  async personDetails(about, { database }) {
    const { id } = parse(askedDetails, about);
    const details = await storedPersonDetails(database, id, Date.now());
    if (details === undefined) throw new Refusal("unknown-person");
    return { ...details, sides: await sidesOf(database, details.questions) };
  },

  async openQuestions(_about, { database }) {
    const open = await openQuestions(database, Date.now());
    const sides = await sidesOf(
      database,
      open.map(({ question }) => question),
    );
    const bySubject = new Map(sides.map((side) => [side.subject, side]));
    return open.map(({ question, choices }) => ({
      question,
      choices,
      sides: subjectsOf(question).flatMap((subject) => bySubject.get(subject) ?? []),
    }));
  },

  erasedCount: (_about, { database }) => erasedCount(database),
});

/** Answers about one person that write. */
export const personWrites = writing<Writes>({
  async choose(about, { database }) {
    const { id, made } = parse(chosen, about);
    await choose(database, id, made, Date.now());
  },

  async mergePeople(about, { database }) {
    const { id, other } = parse(askedMerge, about);
    return mergePeople(database, id, other, Date.now());
  },

  async undoMerge(about, { database }) {
    const { a, b } = parse(mergedPair, about);
    await undoMerge(database, { a, b }, Date.now());
  },

  async splitPerson(about, { database }) {
    const { id, split } = parse(askedSplit, about);
    const parts = await splitPerson(database, id, split, Date.now());
    const [kept, gone] = await peopleByAliases(database, [[parts.kept], [parts.split]]);
    if (kept === undefined || gone === undefined) throw new Refusal("unknown-person");
    return { kept: kept.id, split: gone.id };
  },

  async answerQuestion(about, { database }) {
    await storeAnswer(database, parse(answeredQuestion, about).answer, Date.now());
  },

  async deleteInteraction(about, { database }) {
    const { id, key } = parse(namedInteraction, about);
    await removeInteraction(database, id, key, true, Date.now());
  },

  async restoreInteraction(about, { database }) {
    const { id, key } = parse(namedInteraction, about);
    await removeInteraction(database, id, key, false, Date.now());
  },

  async addInteraction(about, { database }) {
    const { id, interaction: written } = parse(writtenDown, about);
    const interaction: Interaction = { ...written, sources: ["hand"] };
    await addInteraction(database, id, interaction, Date.now());
    return interactionKey(interaction);
  },

  async liftErasures(_about, history) {
    const { database } = history;
    await finishDeletionOf(history);
    await liftErasures(database, Date.now());
  },
});
