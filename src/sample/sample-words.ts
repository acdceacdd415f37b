/** The words that invented people are made of. Nobody with such a name and job is meant. */

/** Given names of many languages. */
export const GIVEN = (
  "Ada Bruno Chiara Dmitri Elif Farid Grace Hana Ivo Jana Kofi Lucía Maren Nadia Otto Priya Quentin Rosa Sami Tove " +
  "Uma Viktor Wanda Ximena Yusuf Zoë Aiko Bao Camille Daan Emeka Freya"
).split(" ");

/** Family names, each of which stands with any given name. */
export const FAMILY = (
  "Abara Brandt Castaño Demir Ekström Fontaine Greve Halloran Ishida Jansen Kaya Lindqvist Moreau Novak Okoye Pereira " +
  "Quist Rossi Sørbø Tanaka Ulrich Valdez Winslow Xu Yilmaz Zieliński Ashworth Bellamy Conti Dufour Eriksen Falk"
).split(" ");

/** Employers that do not exist. */
export const COMPANIES = [
  "Bramblewick Systems",
  "Tidewater Analytics",
  "Kestrel Mobility",
  "Perihelion Labs",
  "Lumenfold",
  "Halden Maritime",
  "Copperfield Logistics",
  "Plumtree Bank",
  "Alder Biotech",
  "Fjordlys Energy",
  "Quillhaven Press",
  "Oakmere Hospital",
  "Cinderpath Games",
  "Monsoon Textiles",
  "Sable & Finch",
  "Zephyr Sports",
  "Greywater Consulting",
  "Nimbus Orchard",
];

/** What they do there. */
export const TITLES = [
  "Software Engineer",
  "Product Manager",
  "Head of Design",
  "Data Analyst",
  "Talent Partner",
  "Operations Lead",
  "Research Scientist",
  "Marketing Manager",
  "Finance Director",
  "Customer Success Manager",
  "Legal Counsel",
  "Editor",
  "Solutions Architect",
  "Account Executive",
  "Founder",
  "Nurse Practitioner",
];
