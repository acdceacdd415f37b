/**
 * `npm start`: installs what is missing, builds the extension and starts the practice site with it. What happens then, and which
 * options there are, is in `journey.ts`; this file only gets there from a fresh clone.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installMissing } from "./install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const options = process.argv.slice(2);
const firefox = options.includes("--firefox");

try {
  installMissing([firefox ? "firefox" : "chromium"]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

try {
  build(firefox ? "firefox" : "chrome");
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)) });
  const { main } = await import("./journey.ts");
  // Not left to Node, which would wait for the thread that compiles TypeScript.
  process.exit(await main(options));
} catch (error) {
  console.error(error);
  process.exit(1);
}

/** @param {"chrome" | "firefox"} mode */
function build(mode) {
  console.log("Building the extension…");
  const built = spawnSync(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "--mode", mode, "--logLevel", "warn"],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
  );
  if (built.status !== 0) throw new Error("The extension could not be built.");
}
