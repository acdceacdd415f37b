// @vitest-environment jsdom
import "../words/extension-of-the-tests.ts";
import { expect, test, vi } from "vitest";
import { BandGlyph } from "../../src/components/pictures/band-glyph.tsx";
import { Dialog } from "../../src/components/dialog.tsx";
import { PersonCard } from "../../src/components/card/person-card.tsx";
import { personCardText } from "../../src/words/person-card-text.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { BANDS } from "../../src/domain/tie/band.ts";
import { drawn, found } from "./drawn.ts";
import { alex, now } from "./invented-person.ts";

const nothing = () => {};
/** What every card is given here besides its words. */
const given = {
  id: alex().id,
  work: "Lighthouse keeper",
  headingId: "name",
  onClose: nothing,
  onMore: nothing,
  onDelete: nothing,
};

test("the card says who, how warm, since when, why, what happened and what is covered", () => {
  const place = drawn(<PersonCard card={personCardText(alex(), now)} {...given} />);
  const words = place.textContent ?? "";
  expect(found(place, "h2").textContent).toBe("Alex Example");
  expect(words).toContain("They wrote 3\u00A0months ago");
  expect(words).toContain("Acquaintance");
  expect(words).toContain("You talked once, in February 2026.");
  expect(words).toContain("3 interactions");
  expect(words).toContain("Connected");
  expect(words).toContain("from your archive");
  expect(words).toContain("Lighthouse keeper");
  expect(words).toContain("Data up to");
  expect(words).not.toMatch(/undefined|NaN|\$\d/);
});

test("what passed on one day is one line, which unfolds to what it is made of", () => {
  const at = now - 86_400_000;
  const message = (direction: "in" | "out", minutes: number): Interaction => ({
    kind: "message",
    direction,
    from: at + minutes * 60_000,
    to: at + minutes * 60_000,
    sources: ["page"],
  });
  const facts = alex([message("in", 0), message("in", 1), message("out", 2)]);
  const place = drawn(<PersonCard {...given} card={personCardText(facts, now)} />);
  const days = [...place.querySelectorAll("summary")].map((one) => one.textContent);
  expect(days).toEqual(["May 19, 2026Messages: 2 from them and 1 from you"]);
  const deletes = [...place.querySelectorAll(".day .wrong")].map((one) => one.ariaLabel);
  expect(deletes).toHaveLength(3);
  expect(deletes[0]).toContain("Not true: Message from you");
});

test("up to when a tie is known stands beside its band, once", () => {
  const facts = alex();
  const told = (knownUntil?: number): readonly string[] => {
    const tie = { ...facts.tie, ...(knownUntil !== undefined && { knownUntil }) };
    const place = drawn(<PersonCard {...given} card={personCardText({ ...facts, tie }, now)} />);
    expect(place.textContent.match(/Data up to/g)).toHaveLength(1);
    return [".card-state", ".card-foot"].filter((part) =>
      found(place, part).textContent.includes("Data up to"),
    );
  };
  expect(told()).toEqual([".card-foot"]);
  expect(told(now - 150 * 86_400_000)).toEqual([".card-state"]);
});

/** The line of a day on which this happened, oldest first. */
function lineOf(
  ...passed: readonly (readonly [Interaction["kind"], "in" | "out" | "both", number?])[]
) {
  const at = now - 86_400_000;
  const facts = passed.map(([kind, direction, groupSize], minutes): Interaction => ({
    kind,
    direction,
    from: at + minutes * 60_000,
    to: at + minutes * 60_000,
    sources: ["page"],
    ...(groupSize !== undefined && { groupSize }),
  }));
  const place = drawn(
    <PersonCard {...given} card={personCardText(alex(facts.toReversed()), now)} />,
  );
  return found(place, "summary").textContent.replace("May 19, 2026", "");
}

test("two things of one day are named, not counted, where they are not of one kind", () => {
  expect(lineOf(["invitation", "in"], ["connected", "both"])).toBe(
    "Invitation from them and Connected",
  );
  expect(lineOf(["message", "in"], ["reaction", "in"])).toBe(
    "Message from them and Reaction from them",
  );
  expect(lineOf(["reaction", "in"], ["reaction", "in"])).toBe("Reactions: 2 from them");
  // Of the two days alone are known, as archives have them: nobody is connected before the invitation.
  expect(lineOf(["connected", "both"], ["invitation", "in"])).toBe(
    "Invitation from them and Connected",
  );
  expect(lineOf(["connected", "both"], ["message", "in"])).toBe("Connected and Message from them");
});

test("being connected is nothing that the two did together", () => {
  expect(lineOf(["invitation", "in"], ["connected", "both"], ["message", "out"])).toBe(
    "Interactions: 1 from them and 1 from you",
  );
  expect(lineOf(["meeting", "both"], ["message", "in"], ["message", "out"])).toBe(
    "Interactions: 1 from them, 1 from you, and 1 together",
  );
});

test("a day of messages in a group says so", () => {
  expect(lineOf(["message", "in", 5], ["message", "in", 5], ["message", "out", 5])).toBe(
    "Messages: 2 from them and 1 from you in a group of 5",
  );
});

test("a name cannot turn the card around or bring markup", () => {
  const facts = { ...alex(), name: "<b>Alex</b>\u202Eelpmaxe" };
  const place = drawn(<PersonCard {...given} card={personCardText(facts, now)} />);
  expect(found(place, "h2").textContent).toBe("<b>Alex</b> elpmaxe");
  expect(place.querySelector("b")).toBeNull();
});

test("somebody nothing is known of is not called cold", () => {
  const place = drawn(<PersonCard card={personCardText(alex([]), now)} {...given} />);
  expect(place.textContent).toContain("Not talked yet");
  expect(place.querySelector(".card-list")).toBeNull();
});

test("more interactions can be asked for only where there are more", () => {
  const onMore = vi.fn<() => void>();
  const facts = alex();
  const card = (count: number) => (
    <PersonCard
      card={personCardText({ ...facts, interactionCount: count }, now)}
      {...given}
      onMore={onMore}
    />
  );
  expect(drawn(card(3)).querySelector(".earlier")).toBeNull();
  const more = found<HTMLButtonElement>(drawn(card(40)), ".earlier");
  expect(more.textContent).toBe("Show 37 earlier");
  more.click();
  expect(onMore).toHaveBeenCalledOnce();
});

test("Escape and the close button close the dialog; a click inside does not", () => {
  const onClose = vi.fn<() => void>();
  const place = drawn(
    <Dialog labelledBy="name" onClose={onClose}>
      <PersonCard card={personCardText(alex(), now)} {...given} onClose={onClose} />
    </Dialog>,
  );
  const dialog = found<HTMLDialogElement>(place, "dialog");
  expect(dialog.open).toBe(true);
  expect(document.getElementById(dialog.getAttribute("aria-labelledby") ?? "")?.textContent).toBe(
    "Alex Example",
  );
  found(place, "h2").dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(onClose).not.toHaveBeenCalled();
  dialog.dispatchEvent(new Event("cancel", { cancelable: true }));
  found(place, "button").click();
  dialog.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(onClose).toHaveBeenCalledTimes(3);
});

test("what is typed in a dialog does not reach the page's shortcuts", () => {
  const heard = vi.fn<(event: Event) => void>();
  document.addEventListener("keydown", heard);
  const place = drawn(
    <Dialog labelledBy="name" onClose={() => {}}>
      <h2 id="name">Alex</h2>
    </Dialog>,
  );
  found(place, "h2").dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
  document.removeEventListener("keydown", heard);
  expect(heard).not.toHaveBeenCalled();
});

test("every band has a shape of its own", () => {
  const shapes = BANDS.map((band) =>
    [...drawn(<BandGlyph band={band} />).querySelectorAll("path")]
      .map(
        (path) =>
          `${path.getAttribute("d")} ${path.getAttribute("stroke-dasharray")} ${path.getAttribute("fill")}`,
      )
      .join("|"),
  );
  expect(new Set(shapes).size).toBe(BANDS.length);
});
