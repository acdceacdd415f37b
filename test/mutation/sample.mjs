/**
 * A checker for the mutation tester that lets a sample of the mutants through: a part has thousands, and every one of them is a run of
 * tests. The mutants of the sample are in a file that `test/mutation/run.mjs` writes.
 */
import { readFileSync } from "node:fs";
import { PluginKind, declareClassPlugin } from "@stryker-mutator/api/plugin";
import { CheckStatus } from "@stryker-mutator/api/check";
import { keyOf } from "./mutant-key.mjs";

class Sample {
  async init() {
    this.kept = new Set(JSON.parse(readFileSync(process.env["MUTANTS_SAMPLED"], "utf8")));
  }

  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        this.kept.has(keyOf(mutant))
          ? { status: CheckStatus.Passed }
          : { status: CheckStatus.CompileError, reason: "not in the sample" },
      ]),
    );
  }

  group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, "sample", Sample)];
