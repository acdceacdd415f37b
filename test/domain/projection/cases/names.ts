import { archive, connected, hand, message, otherArchive, page, records, word } from "../said.ts";
import type { Case } from "./case.ts";

const ANA = "name:ana silva";
const called = "Ana Silva";

export const NAMES: readonly Case[] = [
  {
    title: "two people with the same name and different addresses stay two",
    records: records(
      archive("slug:ana-1", { called, facts: [message(1)] }),
      archive("slug:ana-2", { called, facts: [message(2)] }),
    ),
    people: {
      "slug:ana-1": ["called Ana Silva", "message 1"],
      "slug:ana-2": ["called Ana Silva", "message 2"],
    },
  },
  {
    title: "messages under a name of two people in the circle are nobody's, and the user is asked",
    records: records(
      archive("slug:ana-1", { called, facts: [connected(1)] }),
      archive("slug:ana-2", { called, facts: [connected(2)] }),
      otherArchive(ANA, { called, facts: [message(5), message(6)] }),
    ),
    people: {
      "slug:ana-1": ["called Ana Silva", "connected 1"],
      "slug:ana-2": ["called Ana Silva", "connected 2"],
    },
    questions: [`which person: ${ANA} slug:ana-1 slug:ana-2, 0 without alias, 2 facts`],
  },
  {
    title: "messages under a name of one person in the circle are that person's",
    records: records(
      page("slug:ana-1", { called, facts: [connected(1)] }),
      otherArchive(ANA, { called, facts: [message(5)] }),
    ),
    people: { "slug:ana-1": ["called Ana Silva", "connected 1", "message 5"] },
  },
  {
    title: "a name that becomes ambiguous later: earlier messages stay, later ones are open",
    records: records(
      archive("slug:ana-1", { called, facts: [connected(1)] }),
      archive("slug:ana-2", { called, facts: [connected(50)] }),
      otherArchive(ANA, { called, facts: [message(5), message(60)] }),
    ),
    people: {
      "slug:ana-1": ["called Ana Silva", "connected 1", "message 5"],
      "slug:ana-2": ["called Ana Silva", "connected 50"],
    },
    questions: [`which person: ${ANA} slug:ana-1 slug:ana-2, 0 without alias, 1 facts`],
  },
  {
    title:
      "what a connection by name says of the first of two stays when the second writes much later",
    records: records(
      page("slug:ana-1", { called, facts: [message(10)] }),
      page("slug:ana-2", { called, facts: [message(30)] }),
      archive(ANA, { called, facts: [connected(1), message(5)] }),
    ),
    people: {
      "slug:ana-1": ["called Ana Silva", "connected 1", "message 5", "message 10"],
      "slug:ana-2": ["called Ana Silva", "message 30"],
    },
  },
  {
    title: "an invitation under a name is of the one who was connected first after it",
    records: records(
      page("slug:ana-1", { called, facts: [connected(10)] }),
      page("slug:ana-2", { called, facts: [connected(30)] }),
      archive(ANA, {
        called,
        facts: [message(9, { kind: "invitation" }), message(28, { kind: "invitation" })],
      }),
    ),
    people: {
      "slug:ana-1": ["called Ana Silva", "invitation 9", "connected 10"],
      "slug:ana-2": ["called Ana Silva", "invitation 28", "connected 30"],
    },
  },
  {
    title: "a connection under a name is of the one whose connection has the same date",
    records: records(
      page("slug:ana-1", { called, facts: [connected(10)] }),
      page("slug:ana-2", { called, facts: [connected(30)] }),
      archive(ANA, { called, facts: [connected(30)] }),
    ),
    people: {
      "slug:ana-1": ["called Ana Silva", "connected 10"],
      "slug:ana-2": ["called Ana Silva", "connected 30"],
    },
  },
  {
    title: "the user is not asked about a namesake with nothing but a visit to the profile",
    records: records(
      page("slug:ana-1", { called, facts: [connected(1)] }),
      page("slug:ana-2", { called, visits: [message(9).from] }),
      archive(ANA, { called, facts: [message(60)] }),
    ),
    people: {
      "slug:ana-1": ["called Ana Silva", "connected 1", "message 60"],
      "slug:ana-2": ["called Ana Silva", "visit 9"],
    },
  },
  {
    title: "the user is not asked about a namesake after the only interaction was removed",
    records: records(
      page("slug:ana-1", { called, facts: [connected(1)] }),
      page("slug:ana-2", { called, facts: [message(3)] }),
      hand("slug:ana-2", {
        removed: {
          [`message|in|${message(3).from}|${message(3).to}|`]: {
            value: true,
            time: [0, 0, "r1"],
          },
        },
      }),
      archive(ANA, { called, facts: [message(60)] }),
    ),
    people: {
      "slug:ana-1": ["called Ana Silva", "connected 1", "message 60"],
      "slug:ana-2": ["called Ana Silva"],
    },
  },
  {
    title: "the user's choice for a name comes first",
    records: records(
      archive("slug:ana-1", { called, facts: [connected(1)] }),
      archive("slug:ana-2", { called, facts: [connected(2)] }),
      otherArchive(ANA, { called, facts: [message(5)] }),
      word({ kind: "named", name: ANA, value: "slug:ana-2" }),
    ),
    people: {
      "slug:ana-1": ["called Ana Silva", "connected 1"],
      "slug:ana-2": ["called Ana Silva", "connected 2", "message 5"],
    },
  },
  {
    title: "the user may say that a name is somebody else",
    records: records(
      archive("slug:ana-1", { called, facts: [connected(1)] }),
      otherArchive(ANA, { called, facts: [message(5)] }),
      word({ kind: "named", name: ANA, value: "slug:ana-1" }, 1),
      word({ kind: "named", name: ANA, value: "somebody-else" }, 2),
    ),
    people: {
      [ANA]: ["called Ana Silva", "message 5"],
      "slug:ana-1": ["called Ana Silva", "connected 1"],
    },
  },
  {
    title: "names without addresses give people by name only, however the name is written",
    records: records(
      archive(ANA, { called, facts: [connected(1)] }),
      otherArchive(ANA, { called: "ANA  SILVA", calledAt: 1, facts: [message(5)] }),
    ),
    people: { [ANA]: ["called ANA  SILVA", "connected 1", "message 5"] },
  },
  {
    title: "a name without any interaction is a person by name only, and keeps the user's words",
    records: records(
      archive(ANA, { called, career: [{ title: "Baker", at: 0, until: 0 }] }),
      hand(ANA, { notes: { n: { value: "from the market", time: [0, 0, "r1"] } } }),
    ),
    people: { [ANA]: ["called Ana Silva", "note from the market"] },
  },
  {
    title:
      "two connections of an archive under one name are two people, and what is said of them is open",
    records: records(archive(ANA, { called, facts: [connected(1), connected(40), message(50)] })),
    people: {},
    questions: [`which person: ${ANA}, 2 without alias, 3 facts`],
  },
];
