import { expect, test } from "vitest";
import {
  enrolled,
  NO_HISTORIES,
  observedBy,
  puttingInUse,
  rebuilt,
  replaced,
  type Registry,
  showing,
  shownIn,
  shownTo,
  signedIn,
  signedOut,
  usedIn,
  without,
} from "../../../src/background/histories/registry.ts";
import type { Viewer } from "../../../src/protocol/site-questions.ts";

const NOW = Date.UTC(2026, 10, 29);
const DAY = 86_400_000;

const SAM: Viewer = { aliases: ["slug:sam-example"], name: "Sam Example" };
const KIM: Viewer = { aliases: ["slug:kim-example"], name: "Kim Example" };

/** Sam has a history and is signed in. */
const sams = (): Registry =>
  observedBy(signedIn(NO_HISTORIES, SAM).registry, SAM, "history-sam", NOW).registry;
/** Both have one, and Kim is signed in. */
const both = (): Registry =>
  observedBy(signedIn(sams(), KIM).registry, KIM, "history-kim", NOW).registry;

const nameOf = (history: { readonly name: string } | undefined): string | undefined =>
  history?.name;

test("a history begins with the first thing observed, not with a page that says who is signed in", () => {
  const { registry, history } = signedIn(NO_HISTORIES, SAM);
  expect([registry.histories, history]).toEqual([[], undefined]);
  const begun = observedBy(registry, SAM, "history-sam", NOW);
  expect(begun.history).toEqual({ name: "history-sam", aliases: SAM.aliases, ownerName: SAM.name });
  expect(usedIn(begun.registry)).toEqual(begun.history);
});

test("while somebody without a history is signed in, nothing is added to another one, which stays in view", () => {
  const { registry } = signedIn(sams(), KIM);
  expect(usedIn(registry)).toBeUndefined();
  expect(nameOf(shownIn(registry))).toBe("history-sam");
  expect(shownTo(registry, KIM)).toBeUndefined();
  expect(observedBy(registry, undefined, "history-new", NOW).history).toBeUndefined();
});

test("what the other member observed before arrives in that history and changes nothing about who is signed in", () => {
  const told = observedBy(both(), SAM, "history-new", NOW);
  expect(nameOf(told.history)).toBe("history-sam");
  expect(told.registry).toEqual(both());
});

test("a member named in another way than the histories' owners is nobody's, and begins no history", () => {
  const likely: Viewer = { aliases: ["member:ACoAAAExample"] };
  expect(signedIn(sams(), likely)).toEqual({ registry: sams(), history: undefined });
  expect(observedBy(sams(), likely, "history-new", NOW).history).toBeUndefined();
  // Shown is the only history there is; with two it is none.
  expect(nameOf(shownTo(sams(), likely))).toBe("history-sam");
  expect(shownTo(both(), likely)).toBeUndefined();
});

test("what a page adds to who the member is counts before there is a history, too", () => {
  const more: Viewer = { aliases: ["member:ACoAAAKim", "slug:kim-example"] };
  const { registry } = signedIn(signedIn(sams(), KIM).registry, more);
  const { history } = observedBy(registry, { aliases: ["member:ACoAAAKim"] }, "history-kim", NOW);
  expect(history?.aliases).toEqual(["member:ACoAAAKim", "slug:kim-example"]);
  expect(history?.ownerName).toBe("Kim Example");
});

test("three histories begin by pages in a day; the fourth begins when the first is a day old", () => {
  let registry = NO_HISTORIES;
  const begin = (slug: string, now: number): string | undefined => {
    const viewer: Viewer = { aliases: [`slug:${slug}`] };
    const told = observedBy(signedIn(registry, viewer).registry, viewer, `history-${slug}`, now);
    registry = told.registry;
    return nameOf(told.history);
  };
  expect(["a", "b", "c", "d"].map((slug) => begin(slug, NOW))).toEqual([
    "history-a",
    "history-b",
    "history-c",
    undefined,
  ]);
  expect(begin("d", NOW + DAY)).toBe("history-d");
});

test("after a page for signing in nobody is assumed, until a page names the member again", () => {
  const out = signedOut(sams());
  expect(usedIn(out)).toBeUndefined();
  expect(observedBy(out, undefined, "history-new", NOW).history).toBeUndefined();
  expect(observedBy(out, KIM, "history-new", NOW).history).toBeUndefined();
  expect(nameOf(usedIn(signedIn(out, SAM).registry))).toBe("history-sam");
});

test("another history is shown until another member is signed in, and only one that there is", () => {
  const shown = showing(both(), "history-sam");
  expect(nameOf(shownIn(shown))).toBe("history-sam");
  expect(nameOf(shownIn(signedIn(shown, KIM).registry))).toBe("history-sam");
  expect(nameOf(shownIn(signedIn(shown, SAM).registry))).toBe("history-sam");
  expect(nameOf(usedIn(shown))).toBe("history-kim");
  expect(showing(both(), "history-none")).toEqual(both());
});

test("a file puts its history in view, and nothing of a page goes there before the member is named", () => {
  const told = puttingInUse(enrolled(sams(), "history-kim", KIM), "history-kim");
  expect(nameOf(shownIn(told))).toBe("history-kim");
  expect(usedIn(told)).toBeUndefined();
  expect(nameOf(usedIn(puttingInUse(sams(), "history-sam")))).toBe("history-sam");
});

test("a removed history is neither used nor shown", () => {
  const left = without(both(), "history-kim");
  expect(usedIn(left)).toBeUndefined();
  expect(nameOf(shownIn(left))).toBe("history-sam");
});

test("a list that was lost is made anew from what the disk holds, and keeps what it knows", () => {
  const onDisk = both().histories;
  const anew = rebuilt(NO_HISTORIES, onDisk);
  expect(anew.histories).toEqual(onDisk);
  expect(shownIn(anew)).toBeDefined();
  // Who is signed in, a page says.
  expect(usedIn(anew)).toBeUndefined();
  expect(nameOf(usedIn(signedIn(anew, SAM).registry))).toBe("history-sam");
  expect(rebuilt(both(), [])).toEqual(both());
});

test("a history that the user goes on without is neither used nor shown, and the member's next notice begins another", () => {
  const left = replaced(both(), "history-kim");
  expect(left.histories.map(({ name, aside }) => [name, aside])).toEqual([
    ["history-sam", undefined],
    ["history-kim", "replaced"],
  ]);
  expect([usedIn(left), nameOf(shownIn(left))]).toEqual([undefined, "history-sam"]);
  const { history } = observedBy(left, KIM, "history-new", NOW);
  expect(history).toEqual({ name: "history-new", aliases: KIM.aliases, ownerName: KIM.name });
  // The user may still look at it.
  expect(nameOf(shownIn(showing(left, "history-kim")))).toBe("history-kim");
  expect(replaced(both(), "history-none")).toEqual(both());
});

test("a history whose owner nobody knows makes everybody doubtful until the user goes on without it", () => {
  const unknown = rebuilt(NO_HISTORIES, [{ name: "history-lost", aliases: [] }]);
  expect(nameOf(shownIn(unknown))).toBe("history-lost");
  expect(
    observedBy(signedIn(unknown, SAM).registry, SAM, "history-new", NOW).history,
  ).toBeUndefined();
  const left = replaced(unknown, "history-lost");
  expect(nameOf(observedBy(signedIn(left, SAM).registry, SAM, "history-new", NOW).history)).toBe(
    "history-new",
  );
});
