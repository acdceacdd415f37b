import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { companyKey } from "../../../src/domain/career/company-name.ts";
import { fieldOf, FIELDS, titlesOf, type Field } from "../../../src/domain/career/fields.ts";

/** Title or headline, and the field it tells. One line per title somebody missed. */
const EXAMPLES: readonly (readonly [string, Field | "unknown"])[] = [
  ["Software Engineer", "engineering"],
  ["Senior Backend Developer at Example Ltd", "engineering"],
  ["CTO & Co-Founder", "engineering"],
  ["Leiter Softwareentwicklung", "engineering"],
  ["Softwareentwicklerin", "engineering"],
  ["Maschinenbauingenieur", "engineering"],
  ["Développeuse web chez Exemple", "engineering"],
  ["Ingénieur logiciel", "engineering"],
  ["Desarrolladora de software", "engineering"],
  ["Ingeniero de sistemas", "engineering"],
  ["Desenvolvedor Full Stack", "engineering"],
  ["Engenheira de Software", "engineering"],
  ["Data Engineer", "data"],
  ["Machine Learning Engineer | Speaker", "data"],
  ["Cientista de dados", "data"],
  ["Analista de datos", "data"],
  ["Datenanalystin", "data"],
  ["Senior Product Designer", "design"],
  ["UX Researcher", "design"],
  ["Diseñadora gráfica", "design"],
  ["Graphiste indépendante", "design"],
  ["Head of Product", "product"],
  ["Produktmanagerin", "product"],
  ["Cheffe de produit", "product"],
  ["Gerente de Produto", "product"],
  ["Research Scientist", "science"],
  ["Wissenschaftlicher Mitarbeiter", "unknown"],
  ["Doktorandin", "science"],
  ["Chercheuse en biologie", "science"],
  ["Pesquisador", "science"],
  ["Product Marketing Manager", "marketing"],
  ["Marketingleiterin", "marketing"],
  ["Chargée de communication", "marketing"],
  ["Directora de Marketing", "marketing"],
  ["Sales Engineer", "sales"],
  ["Key Account Manager", "sales"],
  ["Vertriebsleiter Süd", "sales"],
  ["Directrice commerciale", "sales"],
  ["Ejecutivo de cuentas", "sales"],
  ["Executiva de vendas", "sales"],
  ["CFO", "finance"],
  ["Steuerberaterin", "finance"],
  ["Expert-comptable", "finance"],
  ["Contadora pública", "finance"],
  ["Analista financeiro", "finance"],
  ["General Counsel", "legal"],
  ["Rechtsanwältin", "legal"],
  ["Avocat à la cour", "legal"],
  ["Abogada", "legal"],
  ["Advogado", "legal"],
  ["HR Business Partner", "people"],
  ["Personalreferentin", "people"],
  ["Chargée de recrutement", "people"],
  ["Responsable de Recursos Humanos", "people"],
  ["Recrutadora", "people"],
  ["Senior Project Manager", "operations"],
  ["Einkäufer", "operations"],
  ["Acheteuse", "operations"],
  ["Jefe de proyecto", "operations"],
  ["Gerente de Projetos", "operations"],
  ["Registered Nurse", "healthcare"],
  ["Fachärztin für Innere Medizin", "healthcare"],
  ["Infirmière", "healthcare"],
  ["Enfermera", "healthcare"],
  ["Médico", "healthcare"],
  ["Associate Professor", "education"],
  ["Grundschullehrerin", "education"],
  ["Lehrerin", "education"],
  ["Étudiante en droit", "education"],
  ["Profesora de inglés", "education"],
  ["Freelance journalist", "media"],
  ["Übersetzerin", "media"],
  ["Rédactrice en chef", "media"],
  ["Periodista", "media"],
  ["Architect", "construction"],
  ["Civil Engineer", "construction"],
  ["Bauleiter", "construction"],
  ["Conductrice de travaux", "construction"],
  ["Arquitecta", "construction"],
  ["Engenheiro civil", "construction"],
  ["Sous Chef", "hospitality"],
  ["Kellnerin", "hospitality"],
  ["Cuisinier", "hospitality"],
  ["Camarero", "hospitality"],
  ["Policy Advisor", "public"],
  ["Bürgermeisterin", "public"],
  ["Fonctionnaire", "public"],
  ["Management Consultant", "consulting"],
  ["Unternehmensberaterin", "consulting"],
  ["SAP consultant, finance", "finance"],
  ["CEO", "leadership"],
  ["Founder | Angel investor", "leadership"],
  ["Geschäftsführerin", "leadership"],
  ["Directeur général", "leadership"],
  ["Diretora executiva", "leadership"],
  ["Manager", "unknown"],
  ["Analyst", "unknown"],
  ["Specialist II", "unknown"],
  ["Looking for new challenges", "unknown"],
  ["À la recherche d'un emploi", "unknown"],
  ["Making it happen", "unknown"],
  ["Chef de service", "unknown"],
  ["Dreamer. Doer. 🚀", "unknown"],
  ["", "unknown"],
  ["ソフトウェアエンジニア", "unknown"],
];

test.each(EXAMPLES)("%s is %s", (title, field) => {
  expect(fieldOf(title)).toBe(field);
});

const LANGUAGES = ["english", "german", "french", "spanish", "portuguese"];

/** Titles as people write them, a line each: the field, a colon, the title. */
function titlesIn(language: string): readonly (readonly [string, string])[] {
  const file = new URL(`../../fixtures/titles/${language}.txt`, import.meta.url);
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon), line.slice(colon + 2)];
    });
}

test.each(LANGUAGES)(
  "common titles in %s tell their field, and what tells none is unknown",
  (language) => {
    const titles = titlesIn(language);
    expect(titles.length).toBeGreaterThan(90);
    const wrong = titles.filter(([field, title]) => fieldOf(title) !== field);
    expect(
      wrong.map(([field, title]) => `${title}: ${fieldOf(title)}, not ${field}`),
    ).toStrictEqual([]);
    const told = titles.filter(([field]) => field !== "unknown");
    expect(told.length / titles.length).toBeGreaterThan(0.85);
  },
);

test("no title is no field", () => {
  expect(fieldOf(undefined)).toBe("unknown");
});

test("every entry of the table is written as titles are compared", () => {
  for (const field of FIELDS) {
    for (const entry of titlesOf(field)) expect(entry).toMatch(/^\*?[a-z0-9]+[a-z0-9* ]*$/u);
    expect(new Set(titlesOf(field)).size).toBe(titlesOf(field).length);
  }
});

test("no entry stands under two fields", () => {
  const entries = FIELDS.flatMap((field) => titlesOf(field));
  expect(entries.filter((entry, place) => entries.indexOf(entry) !== place)).toStrictEqual([]);
});

test("every entry without a wildcard tells its own field", () => {
  const wrong = FIELDS.flatMap((field) =>
    titlesOf(field).filter((entry) => !entry.includes("*") && fieldOf(entry) !== field),
  );
  expect(wrong).toStrictEqual([]);
});

test("spellings of one company share a key", () => {
  for (const spelling of ["Exämple GmbH", "EXAMPLE", "Example, Inc.", "Example Holding AG"])
    expect(companyKey(spelling)).toBe("example");
  for (const spelling of [
    "Example GmbH & Co. KG",
    "Example & Co",
    "Example S.à r.l.",
    "Example S.A. de C.V.",
    "Example A/S",
    "Example S.p.A.",
    "Example (Pty) Ltd",
    "Example LLC.",
  ])
    expect(companyKey(spelling)).toBe("example");
  expect(companyKey("Société Exemple S.A.S.")).toBe("societe exemple");
  expect(companyKey("Example & Daughters Co., Ltd.")).toBe("example & daughters");
});

test("a name that is only a legal form is still a name, and no letters are no company", () => {
  expect(companyKey("Limited")).toBe("limited");
  expect(companyKey(" – ")).toBeUndefined();
});

test("different companies keep different keys", () => {
  expect(companyKey("Example Labs")).not.toBe(companyKey("Example Bank"));
});
