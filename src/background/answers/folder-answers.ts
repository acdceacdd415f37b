/**
 * What our own pages are answered about the folder in which histories are kept.
 */
import { parse } from "valibot";
import type { FolderQuestions } from "../../protocol/backup-questions.ts";
import {
  folderState,
  forgetFolder,
  keepFolderNow,
  sendFolder,
  useFolder,
} from "../backup/kept-folder.ts";
import { askedRound, sentFolder } from "../questions/backup-questions-checked.ts";
import { free } from "./answers.ts";

/** See the file. */
export const folderAnswers = free<FolderQuestions>({
  folderState,
  useFolder: (about) => useFolder(parse(sentFolder, about).id),
  sendFolder: (about) => sendFolder(parse(sentFolder, about).id),
  keepFolder: (about) => keepFolderNow(parse(askedRound, about).now),
  forgetFolder,
});
