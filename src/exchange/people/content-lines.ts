/**
 * Content lines, which vCard (RFC 6350, RFC 2426) and iCalendar (RFC 5545) are made of.
 */
import { wellFormed } from "./person-in-file.ts";

/** No line is longer, its end not counted (octets). */
const LONGEST = 75;

/** Controls that no value may hold; tabs and ends of lines may. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

const octets = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4;
};

const written = (text: string, marked: RegExp): string =>
  wellFormed(text)
    .replaceAll(/\r\n?|\u2028|\u2029/g, "\n")
    .replaceAll(CONTROL, "")
    .replaceAll(marked, String.raw`\$&`)
    .replaceAll("\n", String.raw`\n`);

/** A value of text: signs with a meaning of their own are marked, and a line break is written out. */
export const textValue = (text: string): string => written(text, /[\\;,]/g);

/** The same for a property of vCard 4.0 that has one part: a semicolon stands for itself there, and some programs keep a mark before it. */
export const onePartValue = (text: string): string => written(text, /[\\,]/g);

/** A line, folded where it is longer than 75 octets and never inside a character, with its end. */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`;
  let text = "";
  let length = 0;
  for (const character of line) {
    const more = octets(character);
    if (length + more > LONGEST) {
      text += "\r\n ";
      length = 1;
    }
    text += character;
    length += more;
  }
  return `${text}\r\n`;
}
