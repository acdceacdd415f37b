/**
 * ICU messages as JavaScript. A message without arguments is a string, another is a function of its arguments, so that nothing reads ICU
 * where people wait.
 *
 * The functions take the arguments by name, then how the language writes a number, then the plural category of a number.
 */
import { parse, type Token } from "@messageformat/parser";

/** Makes other words of the words of a message: a made-up language does. Places of values are left out. */
export type Change = (words: string) => string;

/** A message that cannot be compiled; it names the key. */
export class UnusableMessage extends Error {
  override readonly name = "UnusableMessage";
}

const unchanged: Change = (words) => words;

/** The parts of a message. Throws for ICU that is not well formed. */
export function parts(message: string): readonly Token[] {
  return parse(message, { strict: true });
}

/** The names of the arguments, each with how it is used. */
export function argumentsOf(tokens: readonly Token[]): ReadonlyMap<string, "text" | "number"> {
  const found = new Map<string, "text" | "number">();
  for (const token of tokens) {
    if (token.type === "content" || token.type === "octothorpe") continue;
    const isNumber = token.type === "plural" || token.type === "function";
    if (isNumber || !found.has(token.arg)) found.set(token.arg, isNumber ? "number" : "text");
    if (token.type !== "plural" && token.type !== "select") continue;
    for (const one of token.cases)
      for (const [name, use] of argumentsOf(one.tokens))
        if (use === "number" || !found.has(name)) found.set(name, use);
  }
  return found;
}

function choice(
  token: Extract<Token, { cases: unknown }>,
  change: Change,
  counted: string | undefined,
): string {
  const value = `a.${token.arg}`;
  const isPlural = token.type === "plural";
  if (token.pluralOffset !== undefined && token.pluralOffset !== 0)
    throw new UnusableMessage("an offset is not supported");
  const inside = isPlural ? value : counted;
  const other = token.cases.find(({ key }) => key === "other");
  if (other === undefined) throw new UnusableMessage(`{${token.arg}} has no case "other"`);
  const cases = token.cases
    .filter((one) => one !== other)
    // What is written for one number goes before what is written for a category.
    .toSorted((one, two) => Number(two.key.startsWith("=")) - Number(one.key.startsWith("=")))
    .map(({ key, tokens }) => {
      const condition = !isPlural
        ? `${value}===${JSON.stringify(key)}`
        : key.startsWith("=")
          ? `${value}===${Number(key.slice(1))}`
          : `c(${value})===${JSON.stringify(key)}`;
      return `${condition}?${expression(tokens, change, inside)}:`;
    });
  return `(${cases.join("")}${expression(other.tokens, change, inside)})`;
}

function part(token: Token, change: Change, counted: string | undefined): string {
  switch (token.type) {
    case "content":
      return JSON.stringify(change(token.value));
    case "argument":
      return `a.${token.arg}`;
    case "octothorpe":
      if (counted === undefined) throw new UnusableMessage("# stands outside of a plural");
      return `n(${counted})`;
    case "function":
      if (token.key !== "number" || token.param)
        throw new UnusableMessage(`{${token.arg}, ${token.key}} is not supported`);
      return `n(a.${token.arg})`;
    case "plural":
    case "select":
      return choice(token, change, counted);
    case "selectordinal":
      throw new UnusableMessage("selectordinal is not supported");
  }
}

function expression(tokens: readonly Token[], change: Change, counted: string | undefined): string {
  const [first] = tokens;
  if (first === undefined) return '""';
  // With text in front, a number that follows is text, too.
  const isText =
    first.type !== "argument" && first.type !== "octothorpe" && first.type !== "function";
  const code = tokens.map((token) => part(token, change, counted));
  return [...(isText ? [] : ['""']), ...code].join("+");
}

/** A message as JavaScript: a string, or a function. */
export function compiledMessage(key: string, message: string, change: Change = unchanged): string {
  try {
    const tokens = parts(message);
    const code = expression(tokens, change, undefined);
    return argumentsOf(tokens).size === 0 ? code : `(a,n,c)=>${code}`;
  } catch (error) {
    throw new UnusableMessage(`${key}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The messages of a language by key, as a JavaScript expression. */
export function compiledLanguage(
  messages: ReadonlyMap<string, string>,
  change: Change = unchanged,
): string {
  const rows = [...messages].map(
    ([key, message]) => `${JSON.stringify(key)}:${compiledMessage(key, message, change)}`,
  );
  return `{\n${rows.join(",\n")}\n}`;
}
