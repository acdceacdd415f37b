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
  expect(Object.fromEntries(components.map(({ name, version }) => [name, version]))).toEqual(
    dependencies,
  );
  expect(billOfMaterials(".")).toBe(text);
});
