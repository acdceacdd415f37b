/**
 * How much the tests try. `npm test` meets the same cases on every run, so that a change passes or fails by what it is and not by luck;
 * `npm run test:long` sets these variables to meet more and other cases. Nothing else reads them:
 *
 * - `PROPERTY_SEED`: the seed of all property tests, a number or `random`. The seed of a failure is in its message.
 * - `PROPERTY_RUNS`: cases of a property that usually meets 1,000; every other property in proportion, but none fewer than 20.
 * - `MADE_UP_PAGES`: pages with made-up changes that the readers of people meet (usually 300).
 * - `TIELIGHT_SENTENCES`: networks that are searched for sentences that contradict each other (usually 500).
 * - `JOURNEY_STATES`: states of pages that a journey over the practice site has to see in each layout (usually 150; 340 are a thousand
 *   in each browser).
 * - `NAVIGATIONS`: how often each browser goes from profile to profile in each layout, looked at in every frame (usually 40).
 * - `UPGRADED_PEOPLE`: people in the history that an update of the package has to leave as it is (usually 300).
 * - `MANY_PEOPLE`: people of the history in which the tasks of popup and page are counted (usually 3,000).
 * - `EARLIER_PACKAGES`: a folder with the packages of the version that this update comes from; usually it is this one under a lower number.
 * - `EVERY_LOOK`: 1 looks at our pages in every language, in both themes and in both browsers, and reads every language of the site in
 *   both; usually the made-up languages are looked at, in the light theme, in Chromium, and each browser reads half of the site's.
 * - `PICTURES`: 1 leaves pictures of every surface and of every state of our pages in `test/out`, for somebody to look at (usually with
 *   `EVERY_LOOK` alone). A test that fails leaves pictures anyway.
 * - `KILLS`: how often each browser is killed in the middle of a write and started again; in the long form alone.
 * - `COPIES`: copies of the profile of each browser, taken while it writes and opened (usually 2).
 * - `FILES_AT_ONCE`: files of browser tests that run side by side (usually 3: a file waits more than it works).
 * - `BROWSERS`: `chromium` or `firefox` for the browser tests of one of them; while developing.
 */

const USUAL_SEED = 20_260_601;
const LEAST_RUNS = 20;

const wanted = process.env["PROPERTY_SEED"];

/** The seed that was asked for; undefined on a usual run. */
export const chosenSeed: number | undefined =
  wanted === "random"
    ? Math.trunc(Math.random() * 2 ** 31)
    : wanted === undefined
      ? undefined
      : number("PROPERTY_SEED", 0);

export const seed: number = chosenSeed ?? USUAL_SEED;

/** How many cases a property meets that usually meets so many: the `numRuns` of fast-check. */
export function runs(usual: number): number {
  const wantedRuns = number("PROPERTY_RUNS", 1000);
  return Math.max(Math.min(usual, LEAST_RUNS), Math.ceil((usual * wantedRuns) / 1000));
}

/** How long a test with properties may take (ms) that usually may take so long: longer where it meets more cases. */
export const patience = (usualMs: number): number =>
  usualMs * Math.max(1, number("PROPERTY_RUNS", 1000) / 1000);

export const madeUpPages: number = number("MADE_UP_PAGES", 300);
export const sentences: number = number("TIELIGHT_SENTENCES", 500);
export const filesAtOnce: number = number("FILES_AT_ONCE", 3);
export const journeyStates: number = number("JOURNEY_STATES", 150);
export const navigations: number = number("NAVIGATIONS", 40);
export const upgradedPeople: number = number("UPGRADED_PEOPLE", 300);
export const manyPeople: number = number("MANY_PEOPLE", 3000);
export const earlierPackages: string | undefined = process.env["EARLIER_PACKAGES"];
export const kills: number = number("KILLS", 1);
export const copies: number = number("COPIES", 2);
export const everyLook: boolean = number("EVERY_LOOK", 0) > 0;
export const pictures: boolean = number("PICTURES", everyLook ? 1 : 0) > 0;

/** @throws Error when the variable is no whole number: a run that tried nothing must not look like one that found nothing. */
function number(variable: string, usual: number): number {
  const text = process.env[variable];
  if (text === undefined) return usual;
  if (!/^\d+$/.test(text)) throw new Error(`${variable} has to be a whole number, not "${text}"`);
  return Number(text);
}
