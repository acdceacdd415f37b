/**
 * What our own pages are answered about one person: showing, choosing, correcting, merging, erasing.
 */
import { parse } from "valibot";
import { type Interaction, interactionKey } from "../domain/interaction.ts";
import { Refusal, type PageQuestions } from "../messages.ts";
import { choose } from "../storage/choose.ts";
import { addInteraction, deleteInteraction, restoreInteraction } from "../storage/correct.ts";
import { erase } from "../storage/erase.ts";
import { erasedCount, liftErasures } from "../storage/erasures.ts";
import { mergePeople, takeApart } from "../storage/merge-people.ts";
import { storedPersonCard, storedPersonDetails } from "../storage/person-card.ts";
import type { PageAnswers } from "./answers.ts";
import { inUse } from "./history-in-use.ts";
import { witnessed } from "./open-histories.ts";
import {
  askedDetails,
  askedMerge,
  askedPerson,
  askedTakeApart,
  askedTracking,
  chosen,
  namedInteraction,
  writtenDown,
} from "./questions-checked.ts";
import { remind } from "./reminders.ts";

type PersonQuestions = Pick<
  PageQuestions,
  | "personCard"
  | "personDetails"
  | "choose"
  | "mergePeople"
  | "takeApart"
  | "deleteInteraction"
  | "restoreInteraction"
  | "addInteraction"
  | "erase"
  | "erasedCount"
  | "liftErasures"
  | "neverTrack"
>;

/** The answers to {@link PersonQuestions}. */
export const personAnswers: PageAnswers<PersonQuestions> = {
  async personCard(about) {
    const { id, atMost } = parse(askedPerson, about);
    const { database } = await inUse();
    return storedPersonCard(database, id, atMost, Date.now());
  },

  async personDetails(about) {
    const { id } = parse(askedDetails, about);
    const { database } = await inUse();
    return storedPersonDetails(database, id);
  },

  async choose(about) {
    const { id, choices } = parse(chosen, about);
    const { database } = await inUse();
    await choose(database, id, choices);
    await remind();
  },

  async mergePeople(about) {
    const { id, other } = parse(askedMerge, about);
    const { name, database } = await inUse();
    await mergePeople(database, id, other, Date.now());
    await witnessed(name, database);
  },

  async takeApart(about) {
    const { id, merge } = parse(askedTakeApart, about);
    const { name, database } = await inUse();
    const parts = await takeApart(database, id, merge);
    if (parts === undefined) throw new Refusal("no-merge");
    await witnessed(name, database);
    return parts;
  },

  async deleteInteraction(about) {
    const { id, key } = parse(namedInteraction, about);
    const { database } = await inUse();
    await deleteInteraction(database, id, key);
  },

  async restoreInteraction(about) {
    const { id, key } = parse(namedInteraction, about);
    const { database } = await inUse();
    await restoreInteraction(database, id, key);
  },

  async addInteraction(about) {
    const { id, interaction: written } = parse(writtenDown, about);
    const { name, database } = await inUse();
    const interaction: Interaction = { ...written, sources: ["hand"] };
    await addInteraction(database, id, interaction);
    await witnessed(name, database);
    return interactionKey(interaction);
  },

  async erase(about) {
    const { id } = parse(askedDetails, about);
    const { name, database } = await inUse();
    await erase(database, id);
    await witnessed(name, database);
    await remind();
  },

  async erasedCount() {
    const { database } = await inUse();
    return erasedCount(database);
  },

  async liftErasures() {
    const { database } = await inUse();
    await liftErasures(database);
  },

  async neverTrack(about) {
    const { id, on } = parse(askedTracking, about);
    const { database } = await inUse();
    await choose(database, id, { neverTrack: { value: on, at: Date.now() } });
  },
};
