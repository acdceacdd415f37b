import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";
import { messages } from "../messages/plugin.ts";

/** Script and styles of the page of pieces. */
export interface PiecesFiles {
  readonly js: string;
  readonly css: string;
}

async function built(): Promise<PiecesFiles> {
  const { build } = await import("vite");
  const config: InlineConfig = {
    configFile: false,
    logLevel: "error",
    mode: "production",
    publicDir: false,
    plugins: [messages()],
    define: { "process.env.NODE_ENV": '"production"' },
    oxc: { jsx: { importSource: "preact", runtime: "automatic", development: false } },
    build: {
      write: false,
      target: "es2022",
      cssTarget: ["chrome127", "firefox149"],
      lib: {
        entry: fileURLToPath(new URL("start.tsx", import.meta.url)),
        formats: ["iife"],
        name: "practice_pieces",
        fileName: "pieces",
      },
    },
  };
  const output = await build(config);
  const files = (Array.isArray(output) ? output : [output]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const script = files.find((file) => file.type === "chunk");
  const styles = files.find((file) => file.type === "asset" && file.fileName.endsWith(".css"));
  if (script?.type !== "chunk" || styles?.type !== "asset")
    throw new Error("the page of pieces came out incomplete");
  return { js: script.code, css: String(styles.source) };
}

let made: Promise<PiecesFiles> | undefined;

/** Built once per run, kept in memory. */
export const piecesFiles = (): Promise<PiecesFiles> => (made ??= built());

/** The document around them. */
export const piecesDocument = (nonce: string): string =>
  [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><title>Pieces</title><link rel="icon" href="data:,">',
    '<link rel="stylesheet" href="/static/pieces.css">',
    `<script nonce="${nonce}" src="/static/pieces.js" defer></script>`,
    "</head><body></body></html>",
  ].join("");
