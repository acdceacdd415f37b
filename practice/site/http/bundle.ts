import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";
import type { Page } from "../page.ts";

/** The scripts the pages run: the current layout's app, the older one's, and the probes. */
export type Script = "current" | "older" | "probe";

const ENTRIES: Readonly<Record<Script | "drawn", string>> = {
  current: "../current/start.tsx",
  older: "../older/start.ts",
  probe: "../probe/probe.ts",
  drawn: "../current/drawn.tsx",
};

async function bundled(script: Script | "drawn"): Promise<string> {
  const { build } = await import("vite");
  const entry = fileURLToPath(new URL(ENTRIES[script], import.meta.url));
  const format = script === "drawn" ? "es" : "iife";
  const config: InlineConfig = {
    configFile: false,
    logLevel: "error",
    mode: "production",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    // Said outright: inside a test run the default is the development form, which the production build of React lacks.
    oxc: { jsx: { importSource: "react", runtime: "automatic", development: false } },
    resolve: { alias: { "react-dom/server": "react-dom/server.browser" } },
    build: {
      write: false,
      target: "es2022",
      lib: { entry, formats: [format], name: `practice_${script}`, fileName: script },
    },
  };
  const output = await build(config);
  for (const one of Array.isArray(output) ? output : [output]) {
    if (!("output" in one)) continue;
    for (const chunk of one.output) if (chunk.type === "chunk") return chunk.code;
  }
  throw new Error(`no script came out of ${entry}`);
}

const made = new Map<Script, Promise<string>>();

/** The text of one script, built once per run, kept in memory. */
export function bundle(script: Script): Promise<string> {
  const known = made.get(script) ?? bundled(script);
  made.set(script, known);
  return known;
}

type Drawn = (page: Page) => string;

function drawnIn(module: unknown): Drawn {
  if (
    typeof module === "object" &&
    module !== null &&
    "drawn" in module &&
    typeof module.drawn === "function"
  ) {
    const { drawn } = module;
    return (page) => String(drawn(page));
  }
  throw new Error("the server's part of the current layout is incomplete");
}

let drawing: Promise<Drawn> | undefined;

/** What draws pages of the current layout on the server, with the same production build of React as the pages. */
export function serverDrawing(): Promise<Drawn> {
  drawing ??= bundled("drawn").then(async (code) =>
    drawnIn(await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`)),
  );
  return drawing;
}
