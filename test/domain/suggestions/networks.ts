/** Six networks as people have them, written by hand: who was never talked with, and who of them is worth a hello. Invented people. */
import type { ImportedCircle } from "../../../src/domain/records/archive-import.ts";
import type { Candidate } from "../../../src/domain/suggestions/candidate.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { chats, connected, contact, daysAgo, ranked, shown } from "../interactions/facts.ts";

/** A network, where its owner was, and who is to be suggested for a first talk, best first. */
export interface Network {
  readonly circles: readonly ImportedCircle[];
  readonly people: readonly Candidate[];
  readonly hello: readonly string[];
}

type More = Parameters<typeof ranked>[2];

const job = (company: string, title: string) => shown(900, 1, { company, title });

/** Somebody connected so many days ago and not talked with. */
const silent = (
  id: string,
  days: number,
  company: string,
  title: string,
  more: More = {},
): Candidate => ranked(id, [connected(days)], { career: [job(company, title)], ...more });

/** Somebody the owner talks with. */
const friend = (id: string, company: string, title: string): Candidate =>
  ranked(id, [connected(2000), ...chats(30, 14, 5)], { career: [job(company, title)] });

const met = (how: string): More => ({ choices: { howMet: { value: how, at: NOW } } });

const moved = (from: string, to: string, title: string, daysAgoSeen: number): More => ({
  career: [
    shown(900, daysAgoSeen + 1, { company: from, title }),
    shown(daysAgoSeen, 1, { company: to, title }),
  ],
});

const crowd = (count: number, company: string, title: string, more: More = {}) =>
  Array.from({ length: count }, (_, n) =>
    silent(`${company.toLowerCase().replaceAll(" ", "-")}-${n}`, 300 + n, company, title, more),
  );

/** An engineer of a large firm: half of the connections are colleagues, her superiors among them. */
const engineer: Network = {
  circles: [
    { kind: "company", name: "Nordlicht Werke", from: daysAgo(1500) },
    { kind: "company", name: "Flussbau AG", from: daysAgo(3600), to: daysAgo(1500) },
    { kind: "school", name: "Hochschule Musterstadt", from: daysAgo(5400), to: daysAgo(3700) },
  ],
  people: [
    ...crowd(12, "Nordlicht Werke", "Engineer"),
    silent("chief", 700, "Nordlicht Werke", "Chief Executive Officer", { mutual: 25 }),
    silent("then", 2600, "Flussbau AG", "Civil engineer"),
    silent("later", 400, "Flussbau", "Civil engineer"),
    silent("teacher", 1000, "Hochschule Musterstadt", "Professor"),
    silent("fair", 500, "Sensoren Example", "Product manager", met("the fair in spring")),
    ...crowd(5, "Talent Now", "Recruiter"),
    friend("ida", "Nordlicht Werke", "Engineer"),
    friend("jan", "Kranbau Example", "Engineer"),
  ],
  hello: ["then", "teacher", "fair"],
};

/** A recruiter with hundreds of connections that nothing is known of but a company each. */
const recruiter: Network = {
  circles: [{ kind: "company", name: "Talent Example", from: daysAgo(900) }],
  people: [
    ...Array.from({ length: 120 }, (_, n) =>
      silent(`candidate-${n}`, 100 + n, `Example Company ${n}`, "Software developer"),
    ),
    friend("kim", "Talent Example", "Recruiter"),
  ],
  hello: [],
};

/** A nurse who changed the trade: mutual connections were seen on some pages. */
const nurse: Network = {
  circles: [
    { kind: "company", name: "Example Clinic", from: daysAgo(4000), to: daysAgo(800) },
    { kind: "company", name: "Software for Clinics", from: daysAgo(800) },
  ],
  people: [
    silent("ward", 2000, "Example Clinic", "Nurse"),
    silent("tenth", 600, "Other Clinic", "Nurse", { mutual: 10 }),
    silent("second", 600, "Third Clinic", "Nurse", { mutual: 2 }),
    silent("hundred", 600, "Fourth Clinic", "Nurse", { mutual: 150 }),
    silent("new-boss", 500, "Software for Clinics", "Head of product", { mutual: 12 }),
    silent("mover", 900, "", "", moved("Example Pharma", "Example Insurance", "Analyst", 60)),
    friend("lea", "Example Clinic", "Nurse"),
  ],
  hello: ["tenth", "mover", "ward"],
};

/** A student with few connections: the only lawyer, a pitch, and somebody who reacts to posts. */
const student: Network = {
  circles: [{ kind: "school", name: "Sample University", from: daysAgo(1200) }],
  people: [
    silent("lawyer", 100, "Example Law", "Lawyer"),
    ranked("pitch", [connected(90), contact(89, { kind: "inmail" })], {
      career: [job("Ads Example", "Sales manager")],
    }),
    ranked("fan", [connected(200), contact(20, { kind: "reaction" })], {
      career: [job("Example Games", "Developer")],
      mutual: 6,
    }),
    silent("coder", 150, "Example Soft", "Developer"),
    friend("mo", "Example Games", "Developer"),
  ],
  hello: ["lawyer", "fan"],
};

/** Somebody between jobs: former colleagues of three firms, old news, and people to leave alone. */
const betweenJobs: Network = {
  circles: [
    { kind: "company", name: "First Works", from: daysAgo(6000), to: daysAgo(4000) },
    { kind: "company", name: "Second Works", from: daysAgo(4000), to: daysAgo(2000) },
    { kind: "company", name: "Third Works", from: daysAgo(2000), to: daysAgo(100) },
  ],
  people: [
    silent("a-first", 5000, "First Works", "Buyer"),
    silent("b-second", 3000, "Second Works", "Buyer"),
    silent("c-third", 1000, "Third Works", "Buyer"),
    silent("d-third", 900, "Third Works", "Buyer"),
    silent("never", 900, "Second Works", "Buyer", {
      choices: { muted: { value: true, at: NOW } },
      mutual: 10,
    }),
    silent("late-news", 1500, "", "", moved("Old Example", "New Example", "Buyer", 700)),
    friend("nia", "Third Works", "Buyer"),
  ],
  hello: ["b-second", "a-first", "d-third"],
};

/** A founder who writes down how she meets people. */
const founder: Network = {
  circles: [{ kind: "company", name: "Own Example", from: daysAgo(1000) }],
  people: [
    silent("stand", 300, "Example Robots", "Engineer", met("The stand in hall 4")),
    silent("stand-2", 200, "Example Drones", "Engineer", met("the stand in hall 4")),
    silent("choir", 250, "Example Bakery", "Pastry chef", met("the choir")),
    silent("employee", 250, "Own Example", "Designer", met("the interview")),
    silent("nothing", 250, "Example Paper", "Engineer"),
    friend("oda", "Example Steel", "Engineer"),
    friend("pia", "Example Chairs", "Engineer"),
  ],
  hello: ["choir", "stand-2"],
};

export const NETWORKS: Readonly<Record<string, Network>> = {
  engineer,
  recruiter,
  nurse,
  student,
  "between jobs": betweenJobs,
  founder,
};
