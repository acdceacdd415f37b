import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { billOfMaterials } from "../../practice/release/bill-of-materials.ts";

test("the bill of materials names what is shipped, in the versions of the lock file, and is the same each time", () => {
  const text = billOfMaterials(".");
  const { bomFormat, components } = JSON.parse(text) as {
    readonly bomFormat: string;
    readonly components: readonly { readonly name: string; readonly version: string }[];
  };
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  expect(bomFormat).toBe("CycloneDX");
  const named = Object.fromEntries(components.map(({ name, version }) => [name, version]));
  expect(named).toMatchObject(dependencies);
  // What the packages need themselves is shipped as well, and nothing that only builds or tests need.
  const further = Object.keys(named).filter((name) => !(name in dependencies));
  expect(further).toContain("@noble/curves");
  expect(further.filter((name) => !/^@(?:noble|scure)\/|^d3-/.test(name))).toEqual([]);
  expect(billOfMaterials(".")).toBe(text);
});
