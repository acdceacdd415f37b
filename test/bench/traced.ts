import type { Page } from "puppeteer-core";

/** What Chromium's trace says of one piece of work of a thread. */
export interface TraceEvent {
  readonly name: string;
  /** µs of the thread's own time. What others run on the machine at the same time is no part of it. */
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string };
    readonly fileName?: string;
  };
}

/** The trace of a page while some work is done. */
export async function traced(
  page: Page,
  categories: string[],
  work: () => Promise<unknown>,
): Promise<readonly TraceEvent[]> {
  await page.tracing.start({ categories });
  await work();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: readonly TraceEvent[];
  };
  return traceEvents;
}
