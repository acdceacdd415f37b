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
  takeOutOfFolder,
  useFolder,
} from "../backup/kept-folder.ts";
import { folderKeys, openFolder, sealFolder } from "../backup/seal-folder.ts";
import {
  askedRound,
  chosenFolder,
  copyTakenOut,
  openedFolder,
  sealedFolder,
  sentFolder,
} from "../questions/backup-questions-checked.ts";
import { free } from "./answers.ts";

/** See the file. */
export const folderAnswers = free<FolderQuestions>({
  folderState,
  folderKeys,
  useFolder(about) {
    const { id, key } = parse(chosenFolder, about);
    return useFolder(id, key);
  },
  sealFolder: (about) => sealFolder(parse(sealedFolder, about).key),
  openFolder: (about) => openFolder(parse(openedFolder, about).keys),
  sendFolder: (about) => sendFolder(parse(sentFolder, about).id),
  keepFolder: (about) => keepFolderNow(parse(askedRound, about).now),
  takeOutOfFolder: (about) => takeOutOfFolder(parse(copyTakenOut, about).copy),
  forgetFolder,
});
