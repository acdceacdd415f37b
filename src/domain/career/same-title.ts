import { fieldOf } from "./fields.ts";
import { softFolded, wordsIn } from "../names/names.ts";

/** Short and long forms of words in job titles, folded. An empty word says nothing. */
const LONG_TITLES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["sr", ["senior"]],
  ["snr", ["senior"]],
  ["jr", ["junior"]],
  ["jnr", ["junior"]],
  ["vp", ["vice", "president"]],
  ["svp", ["senior", "vice", "president"]],
  ["evp", ["executive", "vice", "president"]],
  ["avp", ["assistant", "vice", "president"]],
  ["ceo", ["chief", "executive", "officer"]],
  ["cto", ["chief", "technology", "officer"]],
  ["cfo", ["chief", "financial", "officer"]],
  ["coo", ["chief", "operating", "officer"]],
  ["cmo", ["chief", "marketing", "officer"]],
  ["cio", ["chief", "information", "officer"]],
  ["cpo", ["chief", "product", "officer"]],
  ["md", ["managing", "director"]],
  ["gm", ["general", "manager"]],
  ["hr", ["human", "resources"]],
  ["it", ["information", "technology"]],
  ["qa", ["quality", "assurance"]],
  ["pm", ["project", "manager"]],
  ["logiciel", ["software"]],
  ["ii", ["2"]],
  ["iii", ["3"]],
  ["iv", ["4"]],
  ...["ingeniero", "ingeniera", "engenheiro", "engenheira", "ingegnere", "ingenieur"].map(
    (word) => [word, ["engineer"]] as const,
  ),
  ...["desarrollador", "desarrolladora", "desenvolvedor", "desenvolvedora", "sviluppatore"].map(
    (word) => [word, ["developer"]] as const,
  ),
  ["swe", ["software", "engineer"]],
  ["sde", ["software", "development", "engineer"]],
  ["mgr", ["manager"]],
  ["dir", ["director"]],
  ["eng", ["engineer"]],
  ["engr", ["engineer"]],
  ["dev", ["developer"]],
  ["asst", ["assistant"]],
  ["assoc", ["associate"]],
  ["exec", ["executive"]],
  ["admin", ["administrator"]],
  ["rep", ["representative"]],
  ["acct", ["account"]],
  ["intl", ["international"]],
  ["freelancer", ["freelance"]],
  ...[
    "of",
    "the",
    "and",
    "for",
    "at",
    "in",
    "a",
    "an",
    "de",
    "der",
    "die",
    "fur",
    "und",
    "m",
    "w",
    "d",
    "f",
    "x",
    "mwd",
    "innen",
  ].map((word) => [word, []] as const),
]);

/** Words for rank, so that a rise is told from a translation. The number is the rank; words of one number are one in several languages. */
const RANKS: ReadonlyMap<string, number> = new Map(
  [
    "intern trainee praktikant praktikantin stagiaire becario estagiario tirocinante werkstudent student apprentice",
    "junior",
    "senior experienced erfahren confirme sénior",
    "staff principal",
    "lead leader teamleiter teamleiterin responsable teamlead",
    "manager leiter leiterin gerente chef abteilungsleiter",
    "head direktor direktorin director directeur directrice directora diretor direttore",
    "vice president",
    "chief geschaftsfuhrer geschaftsfuhrerin pdg",
    "founder cofounder grunder grunderin fondateur fundador fondatore",
    "partner",
    "assistant assistent assistentin assistante",
  ].flatMap((list, rank) => list.split(" ").map((word) => [softFolded(word), rank] as const)),
);

/** Letters of a word for rank that may end another word. */
const SHORTEST_END = 6;

/** Where the title ends and the company begins: "Engineer at Acme". */
const AT_COMPANY = /\s(?:@|(?:at|bei|chez|presso)\s).*$/u;

/** A title in a few letters and one in words: "CRO" and "Chief Revenue Officer". */
const abbreviates = (short: string, long: string): boolean =>
  /^\p{Lu}{2,5}$/u.test(short.trim()) &&
  softFolded(short) ===
    wordsIn(softFolded(long))
      .map((word) => word[0] ?? "")
      .join("");

const expanded = (title: string): readonly string[] =>
  wordsIn(
    softFolded(title)
      .replace(/\(.*?\)/gu, " ")
      .replace(AT_COMPANY, "")
      .replaceAll(".", ""),
  ).flatMap((word) => LONG_TITLES.get(word) ?? [word]);

/** The rank a word names, also at the end of a longer one: "Vertriebsleiter". */
const rankOf = (word: string): number | undefined =>
  RANKS.get(word) ??
  [...RANKS].find(([name]) => name.length >= SHORTEST_END && word.endsWith(name))?.[1];

const rankText = (words: readonly string[]): string =>
  [...new Set(words.flatMap((word) => rankOf(word) ?? []))].sort((a, b) => a - b).join();

/**
 * Whether two job titles may say the same: short and long forms, other order, or another language, which is taken where two titles share no word but
 * are of one field and one rank.
 */
export function isSameTitle(before: string, after: string): boolean {
  const [one, other] = [expanded(before), expanded(after)];
  const text = (words: readonly string[]) => [...new Set(words)].sort().join(" ");
  if (text(one) === text(other)) return true;
  if (abbreviates(before, after) || abbreviates(after, before)) return true;
  if (one.some((word) => other.includes(word))) return false;
  const field = fieldOf(before);
  return field !== "unknown" && field === fieldOf(after) && rankText(one) === rankText(other);
}
