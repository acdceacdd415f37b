/** The packages that are shipped, as a CycloneDX document (SBOM). */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Document {
  serialNumber?: string;
  readonly metadata: { timestamp?: string; readonly component: { name: string } };
  components: readonly { readonly "bom-ref": string; readonly name: string }[];
  dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version: string; readonly dependencies?: Readonly<Record<string, string>> }
    >
  >;
}

/** The folders of these packages in the lock file, and of those that they need in turn. */
function folders(names: readonly string[], { packages }: Lock): ReadonlySet<string> {
  const found = new Set<string>();
  const open = names.map((name) => `node_modules/${name}`);
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    for (const name of Object.keys(packages[folder]?.dependencies ?? {})) {
      // The nearest one, as Node looks for it.
      let within = folder;
      while (within !== "" && !(`${within}/node_modules/${name}` in packages))
        within = within.slice(0, Math.max(0, within.lastIndexOf("/node_modules/")));
      open.push(within === "" ? `node_modules/${name}` : `${within}/node_modules/${name}`);
    }
  }
  return found;
}

/**
 * What npm says of the packages the extension is built with, and of those that they need, from the lock file, less what would differ each time: the
 * moment, a random number, and the name of the folder. Not left to npm's `--omit=dev`, which also omits a package that a tool needs too (valibot,
 * npm 11.19).
 */
export function billOfMaterials(root: string): string {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
  const { dependencies } = json("package.json") as { dependencies: Record<string, string> };

  const lock = json("package-lock.json") as Lock;
  const args = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application"];
  const said = execFileSync("npm", [...args, "--package-lock-only"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  const document = JSON.parse(said) as Document;
  delete document.serialNumber;
  delete document.metadata.timestamp;
  document.metadata.component.name = "tielight";
  const shipped = new Set(
    [...folders(Object.keys(dependencies), lock)].map(
      (folder) => `${folder.split("node_modules/").at(-1)}@${lock.packages[folder]?.version}`,
    ),
  );
  document.components = document.components.filter((one) => shipped.has(one["bom-ref"]));
  document.dependencies = document.dependencies
    .filter(({ ref }) => shipped.has(ref) || ref.startsWith("tielight@"))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((to) => shipped.has(to)) }));
  return `${JSON.stringify(document, null, 2)}\n`;
}
