import { defineConfig } from "vitest/config";
import { messages } from "../build/messages/plugin.ts";

/** Two suites: `unit` without a browser, and `browser`, which drives the built extension in Chromium and Firefox one test after another. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [messages()],
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**"],
          setupFiles: ["test/property-seed.ts"],
          environment: "node",
          // No test is about time; a busy machine must not make one fail.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          environment: "node",
          pool: "forks",
          fileParallelism: false,
          maxWorkers: 1,
          // A browser needs seconds to start on a busy machine; what a test waits for has its own, shorter limits.
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
