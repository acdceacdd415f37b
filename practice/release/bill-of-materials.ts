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
  readonly packages: Readonly<Record<string, { readonly dependencies?: object }>>;
}

/**
 * What npm says of the packages the extension is built with, from the lock file, less what would differ each time: the moment, a random number,
 * and the name of the folder. Not left to npm's `--omit=dev`, which also omits a package that a tool needs too (valibot, npm 11.19).
 *
 * @throws when a shipped package needs others, which this would leave out
 */
export function billOfMaterials(root: string): string {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
  const { dependencies } = json("package.json") as { dependencies: Record<string, string> };
  const { packages } = json("package-lock.json") as Lock;
  for (const name of Object.keys(dependencies))
    if (packages[`node_modules/${name}`]?.dependencies !== undefined)
      throw new Error(`${name} needs further packages; let the bill of materials follow them`);

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
  document.components = document.components.filter(({ name }) => name in dependencies);
  const shipped = new Set(document.components.map((one) => one["bom-ref"]));
  document.dependencies = document.dependencies
    .filter(({ ref }) => shipped.has(ref) || ref.startsWith("tielight@"))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((to) => shipped.has(to)) }));
  return `${JSON.stringify(document, null, 2)}\n`;
}
