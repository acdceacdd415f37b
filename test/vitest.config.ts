import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { messages } from "../practice/messages/plugin.ts";
import { everyLook, filesAtOnce, patience } from "./effort.ts";

/** What the tests without a browser have in common. */
const unit = {
  setupFiles: ["test/property-seed.ts"],
  environment: "node",
  // By itself Vitest leaves a core to the one who works beside it; a run of all tests has the machine to itself.
  maxWorkers: availableParallelism(),
  // No test is about time; a busy machine must not make one fail.
  testTimeout: patience(120_000),
};

/** Rooms of pure functions: no file of theirs can leave anything behind for the next, so they share what they import. */
const PURE = ["test/domain/**", "test/linkedin/**"];

/**
 * Two suites: without a browser (`unit`, of which `unit-pure` is a part), and `browser`, which drives the built extension in Chromium
 * and Firefox.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [messages()],
        test: {
          ...unit,
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**", "test/faults/**", ...PURE],
        },
      },
      {
        plugins: [messages()],
        test: {
          ...unit,
          name: "unit-pure",
          include: PURE.map((folder) => `${folder}/*.test.ts`),
          isolate: false,
        },
      },
      {
        test: {
          name: "browser",
          // Faults of the machine take long, and some need the rights of root: `npm run test:long -- faults` tries them.
          include: [
            "test/browser/**/*.test.ts",
            ...(everyLook ? ["test/faults/**/*.test.ts"] : []),
          ],
          environment: "node",
          pool: "forks",
          // Each file has a browser, a profile, a practice site and folders of its own, and nothing writes to `dist`.
          maxWorkers: filesAtOnce,
          sequence: { groupOrder: 1 },
          // A browser needs seconds to start on a busy machine; what a test waits for has its own, shorter limits.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
