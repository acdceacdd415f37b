/** What cannot be said by a rule: pieces of files, as they were, and as they are to be. */
export const patches = [
  // ---- types of tables
  {
    file: "src/words/tie-words.ts",
    why: "the sentences of a last exchange need {ago}",
    find: "/** Sentences by kind, for what they did and for what the user did; what was done together uses the second. */\nconst LAST: Record<InteractionKind, readonly [TextKey, TextKey]> = {",
    replace:
      "/** A sentence on what passed, and how long ago. */\ntype LastKey = TextKey<{ ago: string }>;\n\n/** Sentences by kind, for what they did and for what the user did; what was done together uses the second. */\nconst LAST: Record<InteractionKind, readonly [LastKey, LastKey]> = {",
  },
  {
    file: "src/words/tie-words.ts",
    why: "the same",
    find: "note: boolean): TextKey {\n  const side = (keys: readonly [TextKey, TextKey],",
    replace: "note: boolean): LastKey {\n  const side = (keys: readonly [LastKey, LastKey],",
  },
  {
    file: "src/dashboard/import/import-words.ts",
    why: "refusals need values",
    find: "const REFUSALS: Record<RefusalCode, TextKey> = {",
    replace:
      "const REFUSALS: Record<\n  RefusalCode,\n  TextKey<{ file: string; found: string; limit: string }>\n> = {",
  },
  {
    file: "src/words/openers.ts",
    why: "the values of openers by name",
    find: `/** What fills the template besides the name. */
function particular(one: Occasion): readonly string[] {
  switch (one.of) {
    case "newCompany":
      return [plainName(one.company)];
    case "spoke":
      return [monthText(one.at)];
    case "notTalked":
    case "connected":
      return [statedYearText(one.from, one.to)];
    case "silent":
      return [durationText(one.days)];
    case "owedReply":
    case "newHeadline":
    case "again":
      return [];
  }
}
`,
    replace: "",
  },
  {
    file: "src/words/openers.ts",
    why: "the values of openers by name",
    find: "  return text(`opener_${tone}_${one.of}`, addressName(plainName(person.name)), ...particular(one));\n",
    replace: `  const first = addressName(plainName(person.name));
  switch (one.of) {
    case "newCompany":
      return text(\`opener_\${tone}_newCompany\`, { first, company: plainName(one.company) });
    case "spoke":
      return text(\`opener_\${tone}_spoke\`, { first, month: monthText(one.at) });
    case "notTalked":
    case "connected":
      return text(\`opener_\${tone}_\${one.of}\`, { first, year: statedYearText(one.from, one.to) });
    case "silent":
      return text(\`opener_\${tone}_silent\`, { first, duration: durationText(one.days) });
    case "owedReply":
    case "newHeadline":
    case "again":
      return text(\`opener_\${tone}_\${one.of}\`, { first });
  }
`,
  },
  {
    file: "src/popup/week/goal-progress.tsx",
    why: "a number as the language writes it",
    find: "String(done)",
    replace: "numberText(done)",
  },
  {
    file: "src/popup/week/goal-progress.tsx",
    why: "the import for it",
    find: /import \{ counted \} from "([./]*words\/text\.ts)";/,
    replace: (_, path) => `import { counted, numberText } from "${path}";`,
  },
  // ---- no joined pieces
  {
    file: "src/words/interaction-words.ts",
    why: "one sentence instead of joined pieces",
    find: /\/\*\* What happened and who did it: .*?\n\}\n/s,
    replace: `const BY = {
  in: "interactionByThem",
  out: "interactionByYou",
  both: "interactionTogether",
} as const satisfies Record<Direction, TextKey<{ kind: string }>>;

/** What happened and who did it: "Message from them", "Meeting together", "Invitation from you with a note". */
export function interactionText(interaction: Interaction): string {
  const { kind, direction, groupSize, withNote } = interaction;
  const kindName = text(\`kind_\${kind}\`);
  // Being connected has no side.
  const who = kind === "connected" ? kindName : text(BY[direction], { kind: kindName });
  const what = groupSize === undefined ? who : text("inGroup", { what: who, count: groupSize });
  return withNote ? text("invitationWithNote", { what }) : what;
}
`,
  },
  {
    file: "src/words/interaction-words.ts",
    why: "a list as the language writes it",
    find: '  return [...new Set(sources.map(sourceKind))].map((kind) => text(`source_${kind}`)).join(", ");',
    replace: "  return listText([...new Set(sources.map(sourceKind))].map((kind) => text(`source_${kind}`)));",
  },
  {
    file: "src/words/interaction-words.ts",
    why: "the imports for it",
    find: 'import type { Interaction, SourceId } from "../domain/interactions/interaction.ts";\nimport { counted, text } from "./text.ts";',
    replace:
      'import type { Direction, Interaction, SourceId } from "../domain/interactions/interaction.ts";\nimport { listText, text, type TextKey } from "./text.ts";',
  },
  {
    file: "src/words/reason-words.ts",
    why: "two sentences in one message",
    find: `  return [counted(keys[unit], count), silenceText(since, now)]
    .filter((sentence) => sentence !== undefined)
    .join(" ");`,
    replace: `  return sentencesText([counted(keys[unit], count), silenceText(since, now)]);`,
  },
  {
    file: "src/words/reason-words.ts",
    why: "the import for it",
    find: "import { counted, numberText, text, type CountedKey } from \"./text.ts\";",
    replace: "import { counted, numberText, sentencesText, text, type CountedKey } from \"./text.ts\";",
  },
  {
    file: "src/dashboard/import/import-files.tsx",
    why: "sentences in one message",
    find: `        {text("importSum")}
        {all.merged > 0 && \` \${text("importMergedMeans")}\`}
        {all.ambiguous > 0 && \` \${text("importAmbiguousMeans")}\`}
`,
    replace: `        {sentencesText([
          text("importSum"),
          all.merged > 0 ? text("importMergedMeans") : undefined,
          all.ambiguous > 0 ? text("importAmbiguousMeans") : undefined,
        ])}
`,
  },
  {
    file: "src/dashboard/import/import-files.tsx",
    why: "the import for it",
    find: 'import { counted, numberText, text, type TextKey } from "../../words/text.ts";',
    replace: 'import { counted, numberText, sentencesText, text, type TextKey } from "../../words/text.ts";',
  },
  {
    file: "src/popup/settings/wished-people.tsx",
    why: "one message instead of joined pieces",
    find: "aria-label={`${text(takeBackLabel)}: ${nameInSentence(name)}`}",
    replace:
      'aria-label={text("forPerson", {\n                  action: text(takeBackLabel),\n                  name: nameInSentence(name),\n                })}',
  },
  {
    file: "src/dashboard/restore-panel.tsx",
    why: "one message instead of joined pieces",
    find: `          {text("restoreDone")} {counted("peopleCount", step.done.people)} ·{" "}
          {counted("interactionCount", step.done.interactions)}
`,
    replace: `          {text("restoreDone", {
            people: counted("peopleCount", step.done.people),
            interactions: counted("interactionCount", step.done.interactions),
          })}
`,
  },
  {
    file: "src/dashboard/import/import-files.tsx",
    why: "one message instead of joined pieces",
    find: '{counted("importRows", count)}: {skipText(reason)}',
    replace: '{text("importSkippedRows", { rows: counted("importRows", count), reason: skipText(reason) })}',
  },
  {
    file: "test/words/reason-words.test.ts",
    why: "no inflected insertion",
    find: '"Your only contact in design."',
    replace: '"Your only contact in this field: design."',
  },
  {
    file: "src/dashboard/backtest-panel.tsx",
    why: "sentences in one message",
    find: /\{counted\(\s*"backtestCases",\s*cases,\s*numberText\(again\),\s*listText\(cuts\.map\(\(at\) => dateText\(at, at\)\)\),\s*\)\}\{" "\}\s*\{text\("backtestMeaning"\)\}/,
    replace: () => `{sentencesText([
          counted(
            "backtestCases",
            cases,
            numberText(again),
            listText(cuts.map((at) => dateText(at, at))),
          ),
          text("backtestMeaning"),
        ])}`,
  },
  {
    file: "src/dashboard/backtest-panel.tsx",
    why: "the import for it",
    find: /import \{ ((?:(?!sentencesText)[^}])*) \} from "([./]*words\/text\.ts)";/,
    replace: (_, names, path) => `import { ${names}, sentencesText } from "${path}";`,
  },
  // ---- formats made once for each language
  {
    file: "src/words/moments.ts",
    why: "formats are made anew when the language changes",
    find: `let relative: Intl.RelativeTimeFormat | undefined;
const dateFormats = new Map<string, Intl.DateTimeFormat>();
`,
    replace: `// Words instead of numbers for days only ("yesterday"); the other units never come with less than two.
const relative = perLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
const dateFormats = perLanguage(() => new Map<string, Intl.DateTimeFormat>());
`,
  },
  {
    file: "src/words/moments.ts",
    why: "the same",
    find: "  let format = dateFormats.get(key);",
    replace: "  let format = dateFormats().get(key);",
  },
  { file: "src/words/moments.ts", why: "the same", find: "    dateFormats.set(key, format);", replace: "    dateFormats().set(key, format);" },
  {
    file: "src/words/moments.ts",
    why: "the same",
    find: `  // Words instead of numbers for days only ("yesterday"); the other units never come with less than two.
  relative ??= new Intl.RelativeTimeFormat(interfaceLanguage(), { numeric: "auto" });
  return relative.format(-count, unit);`,
    replace: "  return relative().format(-count, unit);",
  },
  {
    file: "src/words/moments.ts",
    why: "the same",
    find: "const durations: Partial<Record<Unit, Intl.NumberFormat>> = {};",
    replace: "const durations = perLanguage((): Partial<Record<Unit, Intl.NumberFormat>> => ({}));",
  },
  {
    file: "src/words/moments.ts",
    why: "the same",
    find: `  const format =
    durations[unit] ??
    new Intl.NumberFormat(interfaceLanguage(), { style: "unit", unit, unitDisplay: "long" });
  durations[unit] = format;
  return format.format(count);`,
    replace: `  const made = durations();
  made[unit] ??= new Intl.NumberFormat(interfaceLanguage(), { style: "unit", unit, unitDisplay: "long" });
  return made[unit].format(count);`,
  },
  {
    file: "src/words/moments.ts",
    why: "the import for it",
    find: 'import { counted, interfaceLanguage, text } from "./text.ts";',
    replace: 'import { counted, interfaceLanguage, perLanguage, text } from "./text.ts";',
  },
  // ---- the language of pages, of the background, of what stands on the site
  {
    file: "src/components/show-page.tsx",
    why: "a page waits for its language",
    find: /\/\*\* Fills one of our own pages.*?\n\}\n/s,
    replace: `/** Fills one of our own pages: language, direction, title and theme, then its content. Another language begins with a page made anew. */
export async function showPage(title: TextKey, content: ComponentChild): Promise<void> {
  // A page in the wrong colours for an instant is better than one that waits for storage.
  theme().then(wear, () => {});
  // Without an answer from the storage, the browser's own language is better than none.
  const chosen = language().catch(() => undefined);
  await speakOnPage(chosen, browser.i18n.getUILanguage());
  watchLanguage(() => location.reload(), new AbortController().signal);
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = textDirection();
  document.title = text(title);
  render(content, document.body);
}
`,
  },
  {
    file: "src/components/show-page.tsx",
    why: "the imports for it",
    find: 'import { interfaceLanguage, text, textDirection, type TextKey } from "../words/text.ts";',
    replace: `import { browser } from "../browser.ts";
import { language, watchLanguage } from "../settings/language.ts";
import { speakOnPage } from "../words/speak-on-page.ts";
import { interfaceLanguage, text, textDirection, type TextKey } from "../words/text.ts";`,
  },
  ...["popup", "welcome", "dashboard"].map((page) => ({
    file: `src/${page}/main.tsx`,
    why: "a page waits for its language",
    find: /^showPage\(/m,
    replace: "await showPage(",
  })),
  {
    file: "src/popup/settings/settings-dialog.tsx",
    why: "the choice of a language",
    find: "          <ThemeChoice />\n",
    replace: "          <ThemeChoice />\n          <LanguageChoice />\n",
  },
  {
    file: "src/popup/settings/settings-dialog.tsx",
    why: "the import for it",
    find: 'import { ModeChoice } from "../../components/mode-choice.tsx";',
    replace:
      'import { LanguageChoice } from "../../components/language-choice.tsx";\nimport { ModeChoice } from "../../components/mode-choice.tsx";',
  },
  {
    file: "src/background/index.ts",
    why: "nothing is said before the language is known",
    find: "  try {\n    return { answered: true,",
    replace: "  try {\n    await inChosenLanguage();\n    return { answered: true,",
  },
  {
    file: "src/background/index.ts",
    why: "the import for it",
    find: 'import { listenForCommands } from "./browser/commands.ts";',
    replace:
      'import { listenForCommands } from "./browser/commands.ts";\nimport { inChosenLanguage, listenForLanguage } from "./browser/language.ts";',
  },
  {
    file: "src/background/index.ts",
    why: "a choice of the language is heard",
    find: "listenForReminders();\n",
    replace: "listenForLanguage();\nlistenForReminders();\n",
  },
  {
    file: "src/background/browser/reminders.ts",
    why: "a notification is in the chosen language",
    find: "  await browser.notifications.create(ALARM, {",
    replace: "  await inChosenLanguage();\n  await browser.notifications.create(ALARM, {",
  },
  {
    file: "src/background/browser/reminders.ts",
    why: "the import for it",
    find: 'import { historyDatabase } from "../histories/open-histories.ts";',
    replace:
      'import { historyDatabase } from "../histories/open-histories.ts";\nimport { inChosenLanguage } from "./language.ts";',
  },
  {
    file: "src/content/badges/glance-card.ts",
    why: "the direction comes with the words",
    find: "card.dir = textDirection();",
    replace: "card.dir = glimpse.textDirection;",
  },
  {
    file: "src/content/badges/glance-card.ts",
    why: "the import goes",
    find: 'import { textDirection } from "../../words/text.ts";\n',
    replace: "",
  },
  {
    file: "src/protocol/site-questions.ts",
    why: "the direction comes with the words",
    find: "  readonly glance: readonly string[];\n}\n",
    replace: "  readonly glance: readonly string[];\n  /** The direction all these words are read in. */\n  readonly textDirection: \"ltr\" | \"rtl\";\n}\n",
  },
  {
    file: "src/words/glimpse-text.ts",
    why: "the direction comes with the words",
    find: '      ...(person?.choices.notes ? [text("glanceNote")] : []),\n    ],\n',
    replace: '      ...(person?.choices.notes ? [text("glanceNote")] : []),\n    ],\n    textDirection: textDirection(),\n',
  },
  {
    file: "src/words/glimpse-text.ts",
    why: "the import for it",
    find: 'import { text } from "./text.ts";',
    replace: 'import { text, textDirection } from "./text.ts";',
  },
  // ---- browser tests
  {
    file: "test/browser/support/world.ts",
    why: "the made-up languages are built, not made of the built extension",
    find: 'import { mirroredExtension } from "./mirrored-extension.ts";',
    replace: 'import { madeUpExtension } from "./made-up-extension.ts";',
  },
  {
    file: "test/browser/support/world.ts",
    why: "the same",
    find: "  /** The interface in a made-up language that is read from right to left. */\n  readonly mirrored?: boolean;\n",
    replace: "  /** The interface in a made-up language, chosen at run time: with longer words, or from right to left. Default: English. */\n  readonly language?: \"en-XA\" | \"ar-XB\";\n",
  },
  {
    file: "test/browser/support/world.ts",
    why: "the same",
    find: "  const built = builtExtension(name);\n  const mirrored = options.mirrored ? await mirroredExtension(built) : undefined;\n",
    replace: "  const { language } = options;\n  const madeUp = language === undefined ? undefined : await madeUpExtension(name);\n",
  },
  {
    file: "test/browser/support/world.ts",
    why: "the same",
    find: "if (mirrored !== undefined) await rm(mirrored,",
    replace: "if (madeUp !== undefined) await rm(madeUp,",
  },
  {
    file: "test/browser/support/world.ts",
    why: "the same",
    find: "extension: mirrored ?? built,",
    replace: "extension: madeUp ?? builtExtension(name),",
  },
  {
    file: "test/browser/support/world.ts",
    why: "the same",
    find: '    await choose(browser, options.mode ?? "badges", options.strangers ?? true);\n',
    replace: '    await choose(browser, options.mode ?? "badges", options.strangers ?? true);\n    if (language !== undefined) await chooseLanguage(browser, language);\n',
  },
  {
    file: "test/browser/support/world.ts",
    why: "the same",
    find: "/**\n * Brings the network's history in by the history page",
    replace: `/** As the settings do; \`languages.test.ts\` chooses there. */
async function chooseLanguage(browser: BrowserDriver, language: string): Promise<void> {
  const page = await browser.openExtensionPage("src/welcome/index.html");
  await page.evaluate((tag) => chrome.storage.local.set({ language: tag }), language);
  await page.close();
}

/**
 * Brings the network's history in by the history page`,
  },
  {
    file: "test/browser/pages/accessibility.test.ts",
    why: "all pages in the made-up languages",
    find: 'inEachBrowser("right to left", { mirrored: true }, lookAtAll(withHistory, "rtl"));',
    replace: `inEachBrowser("right to left", { language: "ar-XB" }, lookAtAll(withHistory, "rtl"));
inEachBrowser(
  "right to left before the choice",
  { mode: "none", history: false, language: "ar-XB" },
  lookAtAll(beforeTheChoice, "rtl"),
);
inEachBrowser("longer words", { language: "en-XA" }, lookAtAll(withHistory, "longer"));
inEachBrowser(
  "longer words before the choice",
  { mode: "none", history: false, language: "en-XA" },
  lookAtAll(beforeTheChoice, "longer"),
);`,
  },
  {
    file: "test/browser/pages/accessibility.test.ts",
    why: "pictures go to test/out, which is there; the file has moved one folder down",
    find: "new URL(`../out/",
    replace: "new URL(`../../out/",
  },
  {
    file: "test/browser/pages/accessibility.test.ts",
    why: "the same",
    find: " * window of 320 pixels. The same from right\n * to left. Pictures",
    replace: " * window of 320 pixels. The same from right to left, and with words that are longer by 40 %. Pictures",
    optional: true,
  },
  // ---- the house
  {
    file: "test/vitest.config.ts",
    why: "unit tests know the messages",
    find: 'import { defineConfig } from "vitest/config";\n',
    replace: 'import { defineConfig } from "vitest/config";\nimport { messages } from "../build/messages/plugin.ts";\n',
  },
  {
    file: "test/vitest.config.ts",
    why: "unit tests know the messages",
    find: '      {\n        test: {\n          name: "unit",',
    replace: '      {\n        plugins: [messages()],\n        test: {\n          name: "unit",',
  },
  {
    file: "vite.config.ts",
    why: "the build knows the messages",
    find: 'import { build, defineConfig, type Plugin, type UserConfig } from "vite";\n',
    replace:
      'import { build, defineConfig, type Plugin, type UserConfig } from "vite";\nimport { messages } from "./build/messages/plugin.ts";\n',
  },
  {
    file: "vite.config.ts",
    why: "builds with made-up languages, for tests",
    find: '  const target = mode === "firefox" ? "firefox" : "chrome";\n',
    replace:
      '  const target = mode.startsWith("firefox") ? "firefox" : "chrome";\n  // Languages that nobody speaks, for tests: `vite build --mode chrome-made-up --outDir …`.\n  const withMadeUp = mode.endsWith("-made-up");\n',
  },
  {
    file: "vite.config.ts",
    why: "the build knows the messages",
    find: "    plugins: [\n      crx(",
    replace: "    plugins: [\n      messages(withMadeUp),\n      crx(",
  },
  {
    file: "tsconfig.json",
    why: "the compiler of messages is checked, too",
    find: '"include": ["src", "test", "vite.config.ts"]',
    replace: '"include": ["src", "test", "build", "vite.config.ts"]',
  },
  {
    file: ".knip.json",
    why: "the compiler of messages is checked, too",
    find: '"test/**/*.{ts,tsx,mjs}", "*.ts"]',
    replace: '"test/**/*.{ts,tsx,mjs}", "build/**/*.ts", "*.ts"]',
  },
  {
    file: "package.json",
    why: "the library",
    find: '    "@types/jsdom"',
    replace: '    "@messageformat/parser": "5.2.0",\n    "@types/jsdom"',
  },
  {
    file: "test/architecture.test.ts",
    why: "words know the messages that the build makes",
    find: '  words: ["domain", "protocol", "exchange", "browser"],',
    replace: '  words: ["domain", "protocol", "exchange", "browser", "virtual:languages"],',
  },
  {
    file: "test/architecture.test.ts",
    why: "a folder for the build",
    find: "/^(?:src|public|test|",
    replace: "/^(?:src|public|build|test|",
  },
  {
    file: "test/architecture.test.ts",
    why: "sources are programs",
    find: "partOf(to) !== part && !to.startsWith(\"public/_locales/\") && !mayImport(part, to),",
    replace: "partOf(to) !== part && !mayImport(part, to),",
  },
  {
    file: "CONTRIBUTING.md",
    why: "where the messages are",
    find: `Every sentence a person reads is in \`public/_locales\`. The compiler knows the keys; counted sentences have a form for each plural category
(\`key_one\`, \`key_other\`).`,
    replace: `Every sentence a person reads is in \`src/words/messages\`, one file for each language. Messages are
[ICU](https://unicode-org.github.io/icu/userguide/format_parse/messages/): \`{count, plural, one {# day} other {# days}}\`. Each has a description, and
each of its values a name and an example. A message is a whole sentence or label: code joins none, and puts no word into a sentence that would have to
agree with it. The compiler knows the keys and the values each needs; \`build/messages\` turns the messages into functions. \`public/_locales\` holds only
what the browser itself shows.`,
  },
  {
    file: "README.md",
    why: "the list of libraries",
    find: "**papaparse** reads and writes CSV.",
    replace: "**papaparse** reads and writes CSV. At build time, **@messageformat/parser** reads the messages (ICU, which translators' tools know), so that nothing reads them at run time.",
  },
];
