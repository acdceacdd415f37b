/** What a fresh clone installs: known places and hashes, and nothing that runs while it is installed. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: true;
  readonly hasInstallScript?: true;
  readonly license?: string;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const manifest = json("package.json") as Manifest;
const { packages } = json("package-lock.json") as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== "");

test("every package comes from the registry and no other place, with the hash it must have", () => {
  expect(locked.length).toBeGreaterThan(100);
  const wrong = locked.filter(
    ([, { resolved, integrity = "" }]) =>
      // The lock file names no addresses: what has one is from somewhere else.
      resolved !== undefined || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity),
  );
  expect(wrong).toEqual([]);
});

test("what is asked for is one version each, and the one that is locked", () => {
  const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const locks = asked.map(([name]) => [name, packages[`node_modules/${name}`]?.version]);
  expect(locks).toEqual(asked);
});

test("nothing that is built in runs anything at its installation, and scripts of others are not run either", () => {
  const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripts.filter(([, { dev }]) => dev !== true)).toEqual([]);
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
});

test("what is built in is under licences that let it be", () => {
  const licences = locked.flatMap(([, { dev, license }]) => (dev ? [] : [license ?? "none"]));
  expect(
    [...new Set(licences)].filter(
      (one) => !["MIT", "ISC", "BSD-3-Clause", "BSD-2-Clause", "Apache-2.0"].includes(one),
    ),
  ).toEqual([]);
});
