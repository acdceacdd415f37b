/** A file of text that is written piece by piece. A blob keeps its bytes outside of the page. */
export async function textFile(pieces: AsyncIterable<string>, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const piece of pieces) if (piece !== "") parts.push(new Blob([piece]));
  return new Blob(parts, { type: `${type};charset=utf-8` });
}

/** The first lines of a text that comes piece by piece; no more of it is asked for than they take. */
export async function firstLines(pieces: AsyncGenerator<string>, lines: number): Promise<string> {
  let text = "";
  for await (const piece of pieces) {
    text += piece;
    if (text.split("\n").length > lines) break;
  }
  return text.replace("\uFEFF", "").split(/\r?\n/).slice(0, lines).join("\n").trimEnd();
}
