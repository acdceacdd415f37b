/**
 * What the journey expected, what it saw, and whether that agrees.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One step, as written to `journey.json`. */
export interface Step {
  readonly step: string;
  readonly expected: string;
  readonly seen: string;
  readonly ok: boolean;
}

/** Collects the steps. A step that throws has failed and says why; the journey goes on. */
export function journeyReport(out: string) {
  const steps: Step[] = [];
  return {
    /** Walks a step: `look` answers what was seen and whether that is as expected. */
    async step(
      step: string,
      expected: string,
      look: () => Promise<{ readonly seen: string; readonly ok: boolean }>,
    ) {
      try {
        const { seen, ok } = await look();
        steps.push({ step, expected, seen, ok });
      } catch (error) {
        steps.push({
          step,
          expected,
          seen: `It failed: ${error instanceof Error ? error.message : String(error)}`,
          ok: false,
        });
      }
    },
    /** Writes `journey.json`, prints a summary, answers the exit code. */
    async finish(): Promise<number> {
      await writeFile(join(out, "journey.json"), `${JSON.stringify(steps, null, 2)}\n`);
      for (const { step, expected, seen, ok } of steps) {
        console.log(`${ok ? "✓" : "✗"} ${step}: ${seen}`);
        if (!ok) console.log(`    expected: ${expected}`);
      }
      const failed = steps.filter(({ ok }) => !ok).length;
      console.log(
        `\n${steps.length - failed} of ${steps.length} steps as expected. Pictures and files: practice/out/`,
      );
      return failed === 0 ? 0 : 1;
    },
  };
}
