/**
 * `npm run package`: the files of a release, in `dist/packages`. What they are is in `release/packages.ts`; this file only gets there from a
 * fresh clone, or from an unpacked source archive.
 */
import { fileURLToPath } from "node:url";
import { installMissing } from "./install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

try {
  installMissing([]);
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)) });
  const { main } = await import("./release/release.ts");
  process.exit(await main(root, process.argv.slice(2)));
} catch (error) {
  console.error(error);
  process.exit(1);
}
