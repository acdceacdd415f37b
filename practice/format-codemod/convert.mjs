/**
 * Turns the messages of `public/_locales/en/messages.json` and all calls of `text` and `counted` into the new format.
 * Run it in the root of the tree: `node convert.mjs`. It can be run again: what is converted already stays.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { patches } from "./patches.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const LOCALE = "public/_locales/en/messages.json";
const TARGET = "src/words/messages/en.json";
const FOR_MANIFEST = ["extensionName", "extensionDescription", "commandOpenPerson"];
const warn = (...words) => console.log("!", ...words);

// ---- the table
const places = [];
const descriptions = [];
let section;
for (const line of readFileSync(join(here, "table.txt"), "utf8").split("\n")) {
  if (line.startsWith("## ")) section = line.slice(3);
  else if (line === "" || line.startsWith("#")) continue;
  else if (section === "placeholders") {
    const [, key, rest] = /^(\S+) (.*)$/.exec(line);
    const names = {};
    for (const [, number, name, example] of rest.matchAll(/\$(\d)=(\w+):(.*?)(?= \$\d=|$)/g))
      names[number] = { name, example };
    places.push([key, names]);
  } else {
    const [, key, words] = /^([\w*]+): (.*)$/.exec(line);
    descriptions.push([key, words]);
  }
}
/** The row for a key: its own, else that of the longest beginning. */
function row(rows, key) {
  const fitting = rows
    .filter(([pattern]) =>
      pattern.endsWith("*") ? key.startsWith(pattern.slice(0, -1)) : pattern === key,
    )
    .sort(([one], [two]) => Number(one.endsWith("*")) - Number(two.endsWith("*")) || two.length - one.length);
  return fitting[0]?.[1];
}

// ---- the messages
const PLURAL = /_(zero|one|two|few|many|other)$/;
const old = JSON.parse(readFileSync(LOCALE, "utf8"));
const before = existsSync(TARGET) && !process.argv.includes("--fresh") ? JSON.parse(readFileSync(TARGET, "utf8")) : {};
const stems = new Map();
for (const [key, written] of Object.entries(old)) {
  const stem = PLURAL.test(key) ? key.replace(PLURAL, "") : key;
  const category = PLURAL.exec(key)?.[1] ?? "";
  // `kind_other` and the like are no plurals: nothing stands beside them that is counted.
  const isPlural = category !== "" && (category !== "other" || /\$1|\$COUNT\$/i.test(written.message) || `${stem}_one` in old);
  const name = isPlural ? stem : key;
  if (!stems.has(name)) stems.set(name, {});
  stems.get(name)[isPlural ? category : ""] = written;
}
/** Names of the places by number, with examples, for each key. */
const namesOf = new Map();
const counted = new Set();
const unknown = [];
const undescribed = [];
const escaped = (words) => words.replace(/'(?=[{}#])|[{}]/g, (sign) => (sign === "'" ? "''" : `'${sign}'`));

function converted(key, forms) {
  const all = Object.values(forms);
  const isCounted = !("" in forms);
  const own = {};
  // Names that the old file gives.
  for (const { placeholders = {} } of all)
    for (const [name, { content, example }] of Object.entries(placeholders))
      own[content.slice(1)] = { name, example: example ?? name };
  const given = row(places, key) ?? {};
  const numbers = new Set(
    all.flatMap(({ message, placeholders = {} }) => [
      ...[...message.matchAll(/\$(\d)/g)].map(([, number]) => number),
      ...Object.values(placeholders).map(({ content }) => content.slice(1)),
    ]),
  );
  if (isCounted) numbers.add("1");
  const names = {};
  for (const number of [...numbers].sort()) {
    if (isCounted && number === "1") names[number] = { name: "count", example: 10 };
    else if (given[number]) names[number] = given[number];
    else if (own[number]) names[number] = own[number];
    else {
      names[number] = { name: number === "1" ? "value" : `value${number}`, example: "" };
      unknown.push(`${key} $${number}: ${all[0].message}`);
    }
  }
  namesOf.set(key, names);
  if (isCounted) counted.add(key);
  const inner = ({ message, placeholders = {} }) =>
    escaped(message)
      .replace(/\$(\w*[a-zA-Z]\w*)\$/g, (whole, name) => {
        const place = placeholders[name.toLowerCase()] ?? placeholders[name];
        return place ? place.content : whole;
      })
      .replace(/\$(\d)/g, (_, number) => (isCounted && number === "1" ? "#" : `{${names[number].name}}`));
  let message;
  if (isCounted) {
    const order = ["zero", "one", "two", "few", "many", "other"].filter((one) => one in forms);
    const words = Object.fromEntries(order.map((one) => [one, inner(forms[one])]));
    const needed = order.filter((one) => one === "other" || words[one] !== words.other);
    message = `{count, plural, ${needed.map((one) => `${one} {${words[one]}}`).join(" ")}}`;
  } else message = inner(forms[""]);
  const described = row(descriptions, key);
  const isExact = descriptions.some(([pattern]) => pattern === key);
  const oldWords = all.map(({ description }) => description).find(Boolean);
  // "$1 is a number" says nothing of the message.
  const isHollow = oldWords !== undefined && /^\$\d(?: and \$\d)? (?:is|are) [^.:]*$/.test(oldWords);
  const chosen = isExact || (isHollow && described) ? described : (oldWords ?? described);
  if (chosen === undefined) undescribed.push(`${key}: ${message}`);
  const description = (chosen ?? "")
    .replace(/\$(\d)/g, (_, number) => `{${names[number]?.name ?? number}}`);
  const placeholders = Object.fromEntries(Object.values(names).map(({ name, example }) => [name, { example }]));
  return {
    message,
    description,
    ...(Object.keys(placeholders).length > 0 && { placeholders }),
  };
}

const isFirst = Object.keys(old).some((key) => !FOR_MANIFEST.includes(key));
const result = { ...before };
if (isFirst)
  for (const [key, forms] of stems)
    if (!["extensionDescription", "commandOpenPerson"].includes(key)) {
      // What only the converted tree has, stays; what main says anew wins.
      result[key] = converted(key, forms);
    }
for (const [key, written] of Object.entries(JSON.parse(readFileSync(join(here, "added.json"), "utf8")))) {
  if (written === null) delete result[key];
  else result[key] = written;
}
for (const [key, from, to] of JSON.parse(readFileSync(join(here, "rewordings.json"), "utf8"))) {
  if (result[key] === undefined) warn(`there is no ${key} to reword`);
  else if (result[key].message === from) result[key] = { ...result[key], message: to };
  else if (result[key].message !== to) warn(`${key} is not reworded: ${result[key].message}`);
}
mkdirSync(dirname(TARGET), { recursive: true });
writeFileSync(TARGET, `${JSON.stringify(result, null, 2)}\n`);
for (const [key, { placeholders = {} }] of Object.entries(result))
  if (!namesOf.has(key))
    namesOf.set(key, Object.fromEntries(Object.entries(placeholders).map(([name, { example }], place) => [String(place + 1), { name, example }])));
if (isFirst)
  writeFileSync(
    LOCALE,
    `${JSON.stringify(Object.fromEntries(FOR_MANIFEST.filter((key) => key in old).map((key) => [key, { ...old[key], description: old[key].description ?? "Under the name, in the browser's list of extensions and in the stores" }])), null, 2)}\n`,
  );

// ---- the source
/** Ends of the arguments of a call: `open` is the place of its parenthesis. */
function argumentsAt(code, open) {
  const found = [];
  let depth = 0;
  let start = open + 1;
  for (let place = open; place < code.length; place += 1) {
    const sign = code[place];
    if (sign === '"' || sign === "'") {
      for (place += 1; code[place] !== sign; place += 1) if (code[place] === "\\") place += 1;
    } else if (sign === "`") {
      place = templateEnd(code, place);
    } else if (sign === "/" && code[place + 1] === "/") {
      while (code[place] !== "\n") place += 1;
    } else if (sign === "/" && /[(,=:[!&|?{};\s]/.test(code[place - 1]) && code[place + 1] !== " " && code[place + 1] !== ">") {
      let inClass = false;
      for (place += 1; inClass || code[place] !== "/"; place += 1) {
        if (code[place] === "\\") place += 1;
        else if (code[place] === "[") inClass = true;
        else if (code[place] === "]") inClass = false;
      }
    } else if ("([{".includes(sign)) depth += 1;
    else if (")]}".includes(sign)) {
      depth -= 1;
      if (depth === 0) {
        if (code.slice(start, place).trim() !== "") found.push(code.slice(start, place).trim());
        return { args: found, end: place + 1 };
      }
    } else if (sign === "," && depth === 1) {
      found.push(code.slice(start, place).trim());
      start = place + 1;
    }
  }
  throw new Error("A call without an end");
}
function templateEnd(code, from) {
  for (let place = from + 1; ; place += 1) {
    if (code[place] === "\\") place += 1;
    else if (code[place] === "`") return place;
    else if (code[place] === "$" && code[place + 1] === "{") {
      let depth = 0;
      for (place += 1; ; place += 1) {
        if (code[place] === "{") depth += 1;
        else if (code[place] === "}") {
          depth -= 1;
          if (depth === 0) break;
        } else if (code[place] === "`") place = templateEnd(code, place);
      }
    }
  }
}

/** Keys an expression may name. */
function keysIn(expression, file) {
  const keys = [];
  for (const [, literal] of expression.matchAll(/"(\w+)"/g)) if (namesOf.has(literal)) keys.push(literal);
  for (const [, template] of expression.matchAll(/`([^`]*)`/g)) {
    const pattern = new RegExp(`^${template.replace(/\$\{[^}]*\}/g, "\\w+")}$`);
    keys.push(...[...namesOf.keys()].filter((key) => pattern.test(key)));
  }
  if (keys.length === 0 && /^\w+$/.test(expression)) return undefined;
  return keys.length > 0 ? keys : undefined;
}
/** Names for calls with a key that is a variable. */
const BY_EXPRESSION = {
  "lastKey(seen, note)": ["ago"],
  "REFUSALS[code]": ["file", "found", "limit"],
};

function convertedCalls(code, file) {
  let from = 0;
  let out = code;
  const call = /(?<![.\w$])(text|counted)\(/g;
  for (;;) {
    call.lastIndex = from;
    const match = call.exec(out);
    if (!match) return out;
    const open = match.index + match[0].length - 1;
    const line = out.slice(out.lastIndexOf("\n", match.index) + 1, match.index);
    from = open + 1;
    if (/^\s*(?:\*|\/\/)/.test(line) || /function\s*$/.test(line)) continue;
    const { args, end } = argumentsAt(out, open);
    const isCounted = match[1] === "counted";
    if (!isCounted && (args.length < 2 || args[1].startsWith("{"))) continue;
    const [keyArg, ...values] = args;
    const keys = keysIn(keyArg, file);
    const names = values.map((_, place) => {
      if (isCounted && place === 0) return ["count"];
      if (BY_EXPRESSION[keyArg]) return [BY_EXPRESSION[keyArg][place]];
      const found = new Set((keys ?? []).map((key) => namesOf.get(key)[place + 1]?.name).filter(Boolean));
      if (found.size === 0) {
        const name = place === 0 ? "value" : `value${place + 1}`;
        warn(`${file}: no name for value ${place + 1} of ${match[1]}(${args.join(", ")})`);
        return [name];
      }
      if (found.size > 1) warn(`${file}: several names for value ${place + 1} of ${match[1]}(${args.join(", ")})`);
      return [...found];
    });
    if (values.some((value) => value.startsWith("..."))) warn(`${file}: a spread in ${args.join(", ")}`);
    const properties = values.flatMap((value, place) =>
      names[place].map((name) => (value === name ? name : `${name}: ${value}`)),
    );
    // A number as text is what the message takes for a value that nothing agrees with.
    out = `${out.slice(0, match.index)}text(${keyArg}, { ${properties.join(", ")} })${out.slice(end)}`;
    from = match.index + "text(".length;
  }
}

function convertedImport(code) {
  return code.replace(/import \{([^}]*)\} from "([^"]*\/text\.ts)";/g, (_, inside, path) => {
    const names = inside.split(",").map((name) => name.trim()).filter(Boolean);
    const rest = code.replace(/import \{[^}]*\} from "[^"]*\/text\.ts";/g, "");
    const used = (name) => new RegExp(`(?<![.\\w$])${name}\\b(?!:)`).test(rest) || new RegExp(`(?<![.\\w$])${name}[<(\\[]`).test(rest);
    const wanted = new Set(names.filter((name) => name !== "counted" && name !== "type CountedKey"));
    if (names.includes("counted") && used("text")) wanted.add("text");
    if (names.includes("type CountedKey") && used("TextKey")) wanted.add("type TextKey");
    const kept = [...wanted].filter((name) => used(name.replace("type ", "")));
    return `import { ${kept.join(", ")} } from "${path}";`;
  });
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && path !== "words/text.ts")
  .map((path) => `src/${path}`);
for (const { file, find, replace, why, optional } of patches) {
  if (!existsSync(file)) {
    warn(`${file} is not there: ${why}`);
    continue;
  }
  const code = readFileSync(file, "utf8");
  const finds = Array.isArray(find) ? find : [find];
  const fitting = finds.find((one) => (typeof one === "string" ? code.includes(one) : one.test(code)));
  if (fitting === undefined) {
    const sample = typeof replace === "string" ? replace.trim().split("\n").find((line) => line.trim().length > 12) ?? "" : "";
    if (optional || (sample !== "" && code.includes(sample.trim()))) continue;
    warn(`${file}: nothing to replace: ${why}`);
    continue;
  }
  writeFileSync(file, code.replace(fitting, typeof replace === "string" ? () => replace : replace));
}
for (const file of files) {
  const code = readFileSync(file, "utf8");
  if (!/from "[^"]*\/text\.ts"/.test(code)) continue;
  const next = convertedImport(
    convertedCalls(code, file).replace(/(?<!type )\bCountedKey\b(?! *[},])|\bCountedKey(?=, number)/g, "TextKey<{ count: number }>"),
  );
  if (next !== code) writeFileSync(file, next);
}
for (const one of unknown) warn("no name for", one);
for (const one of undescribed) warn("no description for", one);
console.log(`${Object.keys(result).length} messages, ${counted.size} of them counted`);
