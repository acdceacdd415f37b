/** The guide in the repository is the guide in the product, in every language. */
import "../words/extension-of-the-tests.ts";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { guidePage, lightPicture } from "../../practice/release/guide-page.ts";
import { BANDS } from "../../src/domain/tie/band.ts";
import { guideChapters } from "../../src/welcome/guide-chapters.ts";
import { languages } from "../../src/words/languages.ts";
import { speakAtOnce } from "../../src/words/speak-at-once.ts";

const GUIDE = "docs/guide";

afterAll(() => speakAtOnce("en", "en"));

describe.each(languages)("the guide in $tag", ({ tag, name }) => {
  test("is what the product says; `npm run guide` writes it", async () => {
    speakAtOnce(tag, tag);
    await expect(guidePage(guideChapters())).toMatchFileSnapshot(`../../${GUIDE}/${tag}.md`);
  });

  test("is in the list of languages under the name the product has for it", () => {
    expect(readFileSync(`${GUIDE}/README.md`, "utf8")).toContain(`[${name}](${tag}.md)`);
  });
});

test.each(BANDS)("the light of %s is the one of the product", async (band) => {
  await expect(lightPicture(band)).toMatchFileSnapshot(`../../${GUIDE}/lights/${band}.svg`);
});

test("no language and no light is left over", () => {
  const pages = readdirSync(GUIDE).filter((name) => !["README.md", "install.md"].includes(name));
  expect(pages.toSorted()).toEqual(
    ["lights", ...languages.map(({ tag }) => `${tag}.md`)].toSorted(),
  );
  expect(readdirSync(`${GUIDE}/lights`).toSorted()).toEqual(
    BANDS.map((band) => `${band}.svg`).toSorted(),
  );
});
