import { defineConfig } from "vitest/config";

/** The unit tests of one part of the source, for the mutation tester, which runs them in a copy of the tree. */
export default defineConfig({
  test: {
    include: [`test/${process.env["MUTATED_PART"]}/**/*.test.{ts,tsx}`],
    setupFiles: ["test/property-seed.ts"],
    environment: "node",
    testTimeout: 120_000,
  },
});
