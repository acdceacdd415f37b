import { expect, test } from "vitest";
import { nameOfTitle } from "../../../src/linkedin/people/profile-name.ts";
import {
  relationOnProfile,
  type ProfileActions,
} from "../../../src/linkedin/people/profile-relation.ts";
import { settledProfile } from "../../../src/linkedin/people/profile.ts";
import { expected, FIXTURES, fixturePage } from "../fixture-page.ts";

for (const fixture of FIXTURES.filter((name) => name.startsWith("profile-"))) {
  test(`${fixture}: the profile is settled only for its own address`, () => {
    const document = fixturePage(fixture, "nested links kept");
    const { url, people, relation } = expected(fixture);
    const profile = settledProfile(document, url);
    expect(profile?.name).toBe(people[0]?.name);
    expect(profile?.relation).toBe(relation);
    expect(settledProfile(document, "https://www.linkedin.com/in/somebody-else/")).toBeUndefined();
    expect(settledProfile(document, "https://www.linkedin.com/feed/")).toBeUndefined();
  });
}

const mira = (): Document => fixturePage("profile-sdui-2026", "nested links kept");
const MIRA = "https://www.linkedin.com/in/mira-lindqvist/";

test("a profile is not settled while any landmark of its card leads to somebody else", () => {
  const landmarks = [
    'a[href*="/overlay/contact-info"]',
    "section[componentkey$='Topcard'] a:has(h2)",
  ];
  for (const landmark of landmarks) {
    const document = mira();
    document.querySelector(landmark)?.setAttribute("href", "/in/otto-brandt/overlay/contact-info/");
    expect(settledProfile(document, MIRA)).toBeUndefined();
    expect(settledProfile(document, "https://www.linkedin.com/in/otto-brandt/")).toBeUndefined();
  }
});

test("a profile is not settled while its two cards have keys of different members", () => {
  const document = mira();
  const key = "com.linkedin.sdui.profile.card.refACoAAAOtto00000000000000000000000000004Topcard";
  document.querySelector("section[componentkey$='Topcard']")?.setAttribute("componentkey", key);
  expect(settledProfile(document, MIRA)).toBeUndefined();
});

test("a profile is not settled before its name is drawn", () => {
  const document = mira();
  for (const heading of document.querySelectorAll("h2")) heading.textContent = " ";
  expect(settledProfile(document, MIRA)).toBeUndefined();
});

test("a heading that no link vouches for is not believed against the title", () => {
  const document = fixturePage("profile-ember-2018", "nested links kept");
  document.title = "Pia van den Berg | LinkedIn";
  expect(settledProfile(document, "https://www.linkedin.com/in/otto-brandt/")).toBeUndefined();
});

test("a card that says nothing of the address is not believed, whatever the title", () => {
  const document = fixturePage("profile-ember-2018", "nested links kept");
  for (const link of document.querySelectorAll('a[href*="/detail/contact-info"]')) link.remove();
  document.querySelector("section")?.setAttribute("data-member-id", "4711");
  const key = "com.linkedin.sdui.profile.card.refACoAAAOtto00000000000000000000000000004Topcard";
  document.querySelector("section")?.setAttribute("componentkey", key);
  expect(settledProfile(document, "https://www.linkedin.com/in/otto-brandt/")).toBeUndefined();
  const byMember = "https://www.linkedin.com/in/ACoAAAOtto00000000000000000000000000004/";
  expect(settledProfile(document, byMember)?.name).toBe("Otto Brandt");
});

test("an old card that stays beside the new one does not matter", () => {
  const document = mira();
  const old = document.createElementNS("http://www.w3.org/1999/xhtml", "section");
  old.setAttribute(
    "componentkey",
    "com.linkedin.sdui.profile.card.refACoAAAOtto00000000000000000000000000004Topcard",
  );
  const link = document.createElementNS("http://www.w3.org/1999/xhtml", "a");
  link.setAttribute("href", "/in/otto-brandt/");
  const heading = document.createElementNS("http://www.w3.org/1999/xhtml", "h2");
  heading.append("Otto Brandt");
  link.append(heading);
  old.append(link);
  document.querySelector("main")?.append(old);
  expect(settledProfile(document, MIRA)?.name).toBe("Mira Lindqvist");
  expect(settledProfile(document, "https://www.linkedin.com/in/otto-brandt/")?.name).toBe(
    "Otto Brandt",
  );
});

test("a title gives a name without the count of news", () => {
  expect(nameOfTitle("(99+) Mira Lindqvist | LinkedIn")).toBe("Mira Lindqvist");
  expect(nameOfTitle("Mira Lindqvist, PhD | Pilot | LinkedIn")).toBe("Mira Lindqvist, PhD | Pilot");
  expect(nameOfTitle("LinkedIn")).toBeUndefined();
});

test("what a card offers tells how the two stand", () => {
  const none: ProfileActions = {
    edit: false,
    compose: false,
    invite: false,
    pendingKey: false,
    answerButtons: false,
    message: false,
  };
  expect(relationOnProfile(none)).toBe("unknown");
  expect(relationOnProfile({ ...none, edit: true })).toBe("self");
  expect(relationOnProfile({ ...none, edit: true, degree: 1 })).toBe("self");
  expect(relationOnProfile({ ...none, edit: true, degree: 2 })).toBe("unknown");
  expect(relationOnProfile({ ...none, edit: true, message: true })).toBe("unknown");
  expect(relationOnProfile({ ...none, edit: true, invite: true })).toBe("unknown");
  expect(relationOnProfile({ ...none, invite: true, compose: true })).toBe("connectable");
  expect(relationOnProfile({ ...none, pendingKey: true, invite: true })).toBe("invited");
  expect(relationOnProfile({ ...none, answerButtons: true })).toBe("inviting");
  expect(relationOnProfile({ ...none, answerButtons: true, compose: true })).toBe("unknown");
  expect(relationOnProfile({ ...none, compose: true, degree: 1 })).toBe("connected");
});
