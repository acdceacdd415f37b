import { expect, test } from "vitest";
import {
  invitationRows,
  isSentInvitations,
  type InvitationRow,
} from "../../../src/linkedin/surfaces/invitation-rows.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, fixturePage } from "../fixture-page.ts";

const rowsOf = (
  fixture: string,
  document = fixturePage(fixture, "nested links kept"),
): readonly InvitationRow[] => {
  const { url } = expected(fixture);
  return invitationRows(document, pageOf(url), isSentInvitations(url));
};

for (const fixture of ["invitations-received-sdui-2025", "invitations-received-ember-2022"]) {
  test(`${fixture}: every person's invitation waits with two buttons`, () => {
    const rows = rowsOf(fixture);
    expect(rows.map(({ person }) => person.name)).toEqual(
      expected(fixture).people.map(({ name }) => name),
    );
    for (const row of rows) {
      expect(row.direction).toBe("in");
      expect(row.isAccepted).toBe(false);
      expect(row.buttons).toHaveLength(2);
    }
  });
}

test("an invitation that was sent waits with one button", () => {
  const rows = rowsOf("invitations-sent-sdui-2025");
  expect(rows.map(({ person, direction }) => [person.name, direction])).toEqual([
    ["Pia van den Berg", "out"],
  ]);
  expect(rows.map(({ buttons }) => buttons.length)).toEqual([1]);
});

test("an invitation that was sent waits with one act, also where that is a link", () => {
  const rows = rowsOf("invitations-sent-sdui-2026-04");
  expect(rows.map(({ person, direction }) => [person.name, direction])).toEqual([
    ["Oda Testmann", "out"],
    ["Ivo Sampleton", "out"],
  ]);
  expect(rows.map(({ buttons }) => buttons.map((act) => act.localName))).toEqual([["a"], ["a"]]);
});

test("a row that offers to write was accepted, and has no answer left", () => {
  const document = fixturePage("invitations-received-sdui-2025", "nested links kept");
  const action = document.querySelector('[data-view-name="invitation-action"]');
  const link = document.createElementNS("http://www.w3.org/1999/xhtml", "a");
  link.setAttribute(
    "href",
    "/messaging/compose/?recipient=ACoAAAMira00000000000000000000000000001",
  );
  action?.replaceChildren(link);
  const [mira] = rowsOf("invitations-received-sdui-2025", document);
  expect(mira).toMatchObject({ isAccepted: true, buttons: [] });
  expect(mira?.person.aliases).toEqual([
    "member:ACoAAAMira00000000000000000000000000001",
    "slug:mira-lindqvist",
  ]);
});

test("the page of sent invitations is told by its address", () => {
  expect(isSentInvitations("https://www.linkedin.com/mynetwork/invitation-manager/sent/")).toBe(
    true,
  );
  expect(
    isSentInvitations("https://www.linkedin.com/mynetwork/invitation-manager/received/?sent"),
  ).toBe(false);
});
