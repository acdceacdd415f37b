/**
 * Tables for recognising one employer under two names. All words folded, see `softFolded`. Kept by hand: add a row when a company takes another name.
 */

/** Names one company had after one another, or has beside one another. */
export const RENAMED: readonly (readonly string[])[] = [
  ["facebook", "meta", "meta platforms"],
  ["google", "alphabet"],
  ["twitter", "x"],
  ["square", "block"],
  ["andersen consulting", "accenture"],
  ["pricewaterhousecoopers", "price waterhouse coopers", "pwc"],
  ["ernst & young", "ernst young", "ey"],
  ["deloitte touche tohmatsu", "deloitte"],
  ["klynveld peat marwick goerdeler", "kpmg"],
  ["kpmg consulting", "bearingpoint"],
  ["statoil", "equinor"],
  ["daimler", "mercedes benz", "daimlerchrysler"],
  ["total", "totalenergies"],
  ["research in motion", "blackberry"],
  ["philips lighting", "signify"],
  ["glaxosmithkline", "gsk"],
  ["transferwise", "wise"],
  ["weight watchers", "ww"],
  ["amazon web services", "aws"],
  ["hewlett packard", "hp"],
  ["hewlett packard enterprise", "hpe"],
  ["jpmorgan", "jp morgan", "jpmorgan chase", "jpmorgan chase & co"],
  ["siemens healthcare", "siemens healthineers"],
  ["swedbank", "foreningssparbanken"],
  ["vimpelcom", "veon"],
  ["gdf suez", "engie"],
  ["france telecom", "orange"],
  ["dong energy", "orsted"],
  ["kraft foods", "mondelez", "mondelez international"],
  ["international business machines", "ibm"],
  ["anthem", "elevance health"],
  ["cerner", "oracle health"],
  ["bayerische motoren werke", "bmw"],
  ["volkswagen", "vw"],
  ["united parcel service", "ups"],
];

/** What people without an employer call it. */
export const SELF_EMPLOYED: ReadonlySet<string> = new Set([
  "self employed",
  "selfemployed",
  "self employment",
  "freelance",
  "freelancer",
  "freelancing",
  "independent",
  "independent consultant",
  "independent contractor",
  "freelance consultant",
  "consultant",
  "contractor",
  "sole trader",
  "own business",
  "selbststandig",
  "selbstandig",
  "freiberuflich",
  "freiberufler",
  "freiberuflerin",
  "freier mitarbeiter",
  "independant",
  "travailleur independant",
  "auto entrepreneur",
  "autoentrepreneur",
  "profession liberale",
  "autonomo",
  "autonoma",
  "cuenta propia",
  "trabajador autonomo",
  "profissional liberal",
  "libero professionista",
  "libera professionista",
  "lavoratore autonomo",
  "zzp",
  "zzper",
  "zelfstandig",
  "egenforetagare",
  "selvstendig",
  "selvstaendig",
  "個人事業主",
  "フリーランス",
  "自由职业",
  "自由職業",
  "프리랜서",
]);

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Words that name a part of a company: a country, a region, a branch. */
export const PARTS_OF_COMPANIES = words(`
  deutschland germany osterreich oesterreich austria schweiz suisse svizzera switzerland france francia frankreich italia italy italien espana spain
  spanien portugal nederland netherlands belgium belgie belgique luxembourg uk britain england scotland ireland sverige sweden norge norway
  danmark denmark suomi finland polska poland czech cesko slovakia hungary magyarorszag romania bulgaria greece turkiye turkey russia ukraine
  usa us america americas canada mexico brasil brazil argentina chile colombia peru india china japan korea taiwan singapore malaysia
  indonesia thailand vietnam philippines australia zealand africa egypt israel uae emirates arabia europe europa emea apac latam dach nordic
  nordics benelux asia pacific international global worldwide north south east west central the of and de der des und et y e
`);

/** Words for one thing in several languages, and words that say nothing. */
export const SAME_WORDS: ReadonlyMap<string, string> = new Map(
  [
    [
      "university",
      "universitat universitaet universidad universidade universite universita universiteit universitet universitetet uni uniwersytet universitatea egyetem yliopisto universiti",
    ],
    [
      "hospital",
      "krankenhaus klinikum spital hopital ospedale ziekenhuis sjukhus sykehus sygehus szpital",
    ],
    ["bank", "banque banca banco"],
    ["institute", "institut instituto istituto instituut"],
    ["school", "schule ecole escuela escola scuola hochschule"],
    ["city", "stadt ville ciudad cidade citta gemeente"],
    ["ministry", "ministerium ministere ministerio ministero"],
    ["technical", "technische technique tecnica tecnico politecnico polytechnic polytechnique"],
    ["association", "verband verein asociacion associazione"],
    ["foundation", "stiftung fondation fundacion fundacao fondazione stichting"],
    [
      "",
      "of the and for de des du la le les der die das fur und et y e del della di da do dos van voor en i & + formerly previously ehemals fruher vormals anciennement antes voorheen",
    ],
  ].flatMap(([word = "", list = ""]) => list.split(" ").map((one) => [one, word] as const)),
);

/** Words that are no name by themselves. */
export const GENERIC_WORDS = words(`
  university bank hospital institute school city ministry association foundation consulting group partners solutions services technologies technology
  air royal national federal state
  systems software digital media studio labs lab design capital ventures management engineering health energy insurance agency marketing
`);

/** Legal forms that are written without a space before or after the name. */
export const JOINED_LEGAL_NAMES =
  /株式会社|有限会社|合同会社|\(株\)|\(有\)|股份有限公司|有限责任公司|有限公司|集团|주식회사|\(주\)/gu;
