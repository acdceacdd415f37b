import fc from "fast-check";
import { expect, test } from "vitest";
import { saysOtherThings } from "../../../src/domain/career/headline-words.ts";

test.each([
  ["case", "Nurse at Example Clinic", "NURSE at EXAMPLE Clinic"],
  ["punctuation", "Nurse | Speaker", "Nurse, Speaker."],
  ["accents", "Développeuse à Exemple", "Developpeuse a Exemple"],
  ["pictures", "Nurse at Example", "🚑 Nurse at Example 💙"],
  ["hashtags", "Nurse at Example #care", "Nurse at Example #health #OpenToWork"],
  ["order", "Speaker and nurse", "Nurse and speaker"],
  ["something added", "Nurse at Example", "Nurse at Example | Mother of three"],
  ["something left out", "Nurse at Example | Mother of three", "Nurse at Example"],
  [
    "cut off within a word",
    "Head of nursing at Example Clinic, night shifts",
    "Head of nursing at Exam…",
  ],
  ["a search for work", "Open to work | Nurse", "Nurse | actively seeking new opportunities"],
  ["a search for work in German", "Pflegerin", "Pflegerin, offen für neue Herausforderungen"],
  ["a search for work in French", "Infirmière", "À l’écoute d’opportunités | Infirmière"],
  ["a search for work in Portuguese", "Enfermeira", "Enfermeira em busca de recolocação"],
  ["numbers", "10 years of nursing", "11 years of nursing"],
  ["a count of followers", "Nurse at Example", "12,345 followers"],
  ["nothing left", "Nurse at Example", "✨✨✨"],
  ["spaces in Japanese", "例 株式会社 看護師", "例株式会社看護師"],
])("%s changes nothing of what a headline says", (_what, before, after) => {
  expect(saysOtherThings(before, after)).toBe(false);
  expect(saysOtherThings(after, before)).toBe(false);
});

test.each([
  ["Nurse at Example Clinic", "Head of nursing at Sample Hospital"],
  ["Founder of something new", "Nurse at Example Clinic"],
  ["例株式会社 看護師", "見本病院 医師"],
  ["Медсестра", "Врач"],
])("%s is something else than %s", (before, after) => {
  expect(saysOtherThings(before, after)).toBe(true);
  expect(saysOtherThings(after, before)).toBe(true);
});

test("any order of the same words, in any case and with anything around them, says the same", () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/);
  fc.assert(
    fc.property(
      fc
        .uniqueArray(word, { minLength: 1, maxLength: 6 })
        .chain((words) =>
          fc.tuple(
            fc.constant(words),
            fc.shuffledSubarray(words, { minLength: words.length }),
            fc.constantFrom(" ", " | ", " · ", ", ", " 🚀 "),
          ),
        ),
      ([words, shuffled, between]) => {
        const adorned = `✨ ${shuffled.join(between).toUpperCase()} #hiring`;
        expect(saysOtherThings(words.join(" "), adorned)).toBe(false);
      },
    ),
  );
});
