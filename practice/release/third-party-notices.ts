/**
 * Licences of the packages that the built extension really holds, as one text file inside it. A package that is installed but of
 * which no line was built in is not named.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/** The file's place in the extension. */
export const NOTICES_FILE = "THIRD-PARTY-NOTICES.txt";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

/** Two plugins that share what they see. */
export interface Notices {
  /** For every build that makes a part of the extension: remembers the packages it used. */
  readonly collect: () => Plugin;
  /** For the last of them, which also writes the file. */
  readonly write: () => Plugin;
}

/** Begins a list of packages for one extension. */
export function thirdPartyNotices(): Notices {
  const folders = new Set<string>();
  const collect = (): Plugin => ({
    name: "tielight:notices-collect",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "chunk")
          for (const id of file.moduleIds) {
            const folder = packageFolder(id);
            if (folder !== undefined) folders.add(folder);
          }
    },
  });
  return {
    collect,
    write: () => ({
      name: "tielight:notices-write",
      generateBundle: {
        order: "post",
        handler() {
          this.emitFile({ type: "asset", fileName: NOTICES_FILE, source: noticesOf([...folders]) });
        },
      },
    }),
  };
}

/** The folder of the package a module belongs to; `undefined` for our own. The bundler's own helpers belong to its package. */
function packageFolder(id: string): string | undefined {
  const own = /^\0(rolldown|vite)\//.exec(id)?.[1];
  if (own !== undefined) return join("node_modules", own);
  if (id.startsWith("\0") || !/[\\/]node_modules[\\/]/.test(id)) return undefined;
  for (let folder = dirname(id); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, "package.json");
    // Some packages hold further files of this name, with the kind of their modules and no more.
    if (existsSync(file) && "version" in JSON.parse(readFileSync(file, "utf8"))) return folder;
  }
  throw new Error(`${id} belongs to no package`);
}

/**
 * The text for these packages, in the order of their names.
 *
 * @throws for a package without a licence text: it could not be shipped
 */
function noticesOf(folders: readonly string[]): string {
  const packages = folders.map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
    const file = readdirSync(folder)
      .toSorted()
      .find((name) => /^(?:licen[cs]e|copying)/i.test(name));
    if (file === undefined) throw new Error(`${manifest.name} has no licence text`);
    // A tool tells here also what it is itself made of; of that nothing is built into the extension.
    const [licence = ""] = readFileSync(join(folder, file), "utf8").split(
      /^# Licenses of bundled/m,
    );
    return { manifest, licence };
  });
  const lines = packages
    .map(({ manifest, licence }) =>
      [
        `${manifest.name} ${manifest.version} (${manifest.license})`,
        sourceOf(manifest),
        "",
        licence.replaceAll("\r\n", "\n").trim(),
      ].join("\n"),
    )
    .toSorted();
  const rule = `\n\n${"-".repeat(78)}\n\n`;
  const own = readFileSync("LICENSE", "utf8").trim();
  return `${[own, ABOUT, ...lines].join(rule)}\n`;
}

const ABOUT = `Tielight holds code of the packages below. The build bundles and shortens it, and puts undefined
in the place of XMLHttpRequest; nothing else of it is changed. The source of each is at the address
below its name.`;

/** Where the source of a package is. */
function sourceOf({ name, version, repository }: Manifest): string {
  const url = typeof repository === "string" ? repository : repository?.url;
  const address = url?.replace(/^git\+/, "").replace(/^git:/, "https:");
  return address ?? `https://www.npmjs.com/package/${name}/v/${version}`;
}
