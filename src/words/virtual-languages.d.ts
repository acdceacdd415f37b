/** What `practice/messages` makes of the files in `src/words/messages`. */

/** The languages there are, without their messages. */
declare module "virtual:languages" {
  export const LANGUAGES: readonly import("./text.ts").Language[];
}

/** The messages of each language by its tag, each in a file of its own that is loaded when it is wanted. */
declare module "virtual:languages/when-wanted" {
  export const WHEN_WANTED: Readonly<Record<string, () => Promise<import("./text.ts").Messages>>>;
}

/** The messages of each language by its tag, in the bundle: the background may not load anything later. */
declare module "virtual:languages/at-once" {
  export const AT_ONCE: Readonly<Record<string, () => import("./text.ts").Messages>>;
}
