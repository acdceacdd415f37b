import { expect, test } from "vitest";
import {
  comparedFileName,
  dayInName,
  refusedFile,
} from "../../../../src/linkedin/archive/files/file-names.ts";
import { FILE_FORMATS, formatOfFile } from "../../../../src/linkedin/archive/formats/files.ts";

const KNOWN: readonly (readonly [string, string])[] = [
  ["Connections.csv", "connections"],
  ["Complete_LinkedInDataExport_09-12-2022 (1)/Connections.csv", "connections"],
  ["Messages.csv", "messages"],
  ["messages (1).csv", "messages"],
  ["messages_2.csv", "messages"],
  ["a\\b\\MESSAGES.CSV", "messages"],
  ["Endorsement Received Info.csv", "endorsements-received"],
  ["Endorsement_Received_Info_1.csv", "endorsements-received"],
  ["Endorsement_Given_Info.csv", "endorsements-given"],
  ["Recommendations_Given.csv", "recommendations-given"],
  ["Copy of Connections.csv", "connections"],
  ["Connections - Copy.csv", "connections"],
  ["Member_Follows.csv", "member-follows"],
];

for (const [path, kind] of KNOWN) {
  test(`"${path}" is read as ${kind}`, () => {
    expect(formatOfFile(path)?.kind).toBe(kind);
    expect(refusedFile(path)).toBeUndefined();
  });
}

const REFUSED: readonly (readonly [string, string])[] = [
  ["coach_messages.csv", "assistant-chat"],
  ["learning_coach_messages.csv", "assistant-chat"],
  ["Learning_Role_Play_Messages (2).csv", "assistant-chat"],
  ["Contacts.csv", "phone-book"],
  ["Imported Contacts.csv", "phone-book"],
  ["ImportedContacts_1.csv", "phone-book"],
  ["../../Connections.csv", "unsafe-name"],
  ["a/../../Connections.csv", "unsafe-name"],
  ["/etc/Connections.csv", "unsafe-name"],
  ["C:\\Connections.csv", "unsafe-name"],
  ["..\\Connections.csv", "unsafe-name"],
];

for (const [path, reason] of REFUSED) {
  test(`"${path}" is refused as ${reason}`, () => {
    expect(refusedFile(path)).toBe(reason);
  });
}

test("no two kinds of file share a name, and no name is refused", () => {
  const names = FILE_FORMATS.flatMap((format) => format.names);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(comparedFileName(`${name}.csv`)).toBe(name);
    expect(refusedFile(`${name}.csv`)).toBeUndefined();
  }
});

test("the day an archive was made stands in its name, month first", () => {
  expect(dayInName("Basic_LinkedInDataExport_05-14-2024.zip")).toBe(Date.UTC(2024, 4, 14));
  expect(dayInName("Complete_LinkedInDataExport_09-12-2022 (1)/Connections.csv")).toBe(
    Date.UTC(2022, 8, 12),
  );
  expect(dayInName("Complete_LinkedInDataExport_14-05-2024.zip")).toBeUndefined();
  expect(dayInName("holiday.zip")).toBeUndefined();
});
