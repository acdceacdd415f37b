/** What a file's name says, and what it must not be read as. Names are compared, never used as paths. */

/** Why a file is refused by its name. */
export type RefusedFile =
  /** Chats with the site's assistant, in the same columns as messages with people. */
  | "assistant-chat"
  /** The phone book the member once uploaded: people who never agreed to be here. */
  | "phone-book"
  /** A path that leads out of the archive. */
  | "unsafe-name"
  /** A document of a spreadsheet program, by any name. */
  | "workbook";

const PART_NUMBER = /(?:\(\d+\)|\d+)$/;

/**
 * A file's name as it is compared: the last part of its path up to the first dot, in lower case, without spaces, underscores,
 * hyphens and part numbers. `Complete/Endorsement_Received_Info_1 (2).csv` is `endorsementreceivedinfo`.
 */
export function comparedFileName(path: string): string {
  const base = path.split(/[\\/]/).pop() ?? "";
  let name = (base.split(".")[0] ?? "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "");
  name = name.replace(/^copyof/, "").replace(/copy$/, "");
  while (PART_NUMBER.test(name)) name = name.replace(PART_NUMBER, "");
  return name;
}

function leadsOut(path: string): boolean {
  return /^[\\/]|^[A-Za-z]:|\0/.test(path) || path.split(/[\\/]/).includes("..");
}

/** Why a file must not be read, `undefined` when its name is no reason. */
export function refusedFile(path: string): RefusedFile | undefined {
  if (leadsOut(path)) return "unsafe-name";
  const name = comparedFileName(path);
  // Only `messages` itself holds messages between people: coach_messages, learning_coach_messages, learning_role_play_messages do not.
  if (name.endsWith("messages") && name !== "messages") return "assistant-chat";
  if (name === "contacts" || name === "importedcontacts") return "phone-book";
  return undefined;
}

/** Files every archive has that tell nothing about ties. Anything else that is not read is listed as unknown. */
const NOT_NEEDED: ReadonlySet<string> = new Set([
  "accountstatushistory",
  "calendar",
  "adsclicked",
  "adtargeting",
  "certifications",
  "causesyoucareabout",
  "courses",
  "emailaddresses",
  "events",
  "hashtagfollows",
  "honors",
  "inferencesaboutyou",
  "instantreposts",
  "jobapplicantsavedanswers",
  "jobapplicantsavedscreeningquestionresponses",
  "jobapplications",
  "jobseekerpreferences",
  "lanadsengagement",
  "languages",
  "learning",
  "logins",
  "memberhashtags",
  "onlinejobpostings",
  "organizations",
  "patents",
  "phonenumbers",
  "privateidentityasset",
  "profilesummary",
  "projects",
  "publications",
  "recommendations",
  "receipts",
  "reviews",
  "receiptsv",
  "registration",
  "richmedia",
  "savedjobalerts",
  "saveditems",
  "savedjobs",
  "searchqueries",
  "securitychallenges",
  "skills",
  "testscores",
  "verifications",
  "videos",
  "volunteering",
  "volunteeringexperiences",
  "votes",
  "whatsappphonenumbers",
]);

/** What a system leaves beside files (`.DS_Store`, `__MACOSX/._messages.csv`), what the member published, and the files of a shop. */
const BESIDE =
  /(?:^|[\\/])(?:\.[^\\/]*|__MACOSX[\\/].*|Articles[\\/].*|Services[ _]Marketplace[\\/].*)$/;

/** Whether a file is known and has nothing to tell here. */
export function isNotNeeded(path: string): boolean {
  return BESIDE.test(path) || NOT_NEEDED.has(comparedFileName(path));
}

/** Whether a file may hold rows at all. */
export function isTable(path: string): boolean {
  return /\.(csv|tsv)$/i.test(path);
}

/**
 * The day (ms, start of the UTC day) an archive was made, from a name like `Complete_LinkedInDataExport_05-14-2024.zip` anywhere in
 * the path; `undefined` for other names.
 */
export function dayInName(path: string): number | undefined {
  const match = /DataExport_(\d{2})-(\d{2})-(\d{4})/i.exec(path);
  if (!match) return undefined;
  const [, month, day, year] = match;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
    ? at
    : undefined;
}
