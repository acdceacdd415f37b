/**
 * The source of an expression that calls a function elsewhere with these arguments and promises its answer as JSON text
 * (`undefined` when there is none).
 *
 * Compilers that keep function names (tsx does) wrap inner functions in a call of `__name`, which exists only in the module; the
 * expression brings its own.
 */
export function pageExpression(
  call: (...args: never[]) => unknown,
  args: readonly unknown[],
): string {
  const values = args.map((value) => JSON.stringify(value) ?? "undefined").join(", ");
  return `(async () => {
    const __name = (named) => named;
    return JSON.stringify(await (${call.toString()})(${values}));
  })()`;
}

/** The answer to such an expression. Its type is the promise of the function that was sent, which JSON cannot vouch for. */
export function pageAnswer<Answer>(json: unknown): Answer {
  return (typeof json === "string" ? JSON.parse(json) : undefined) as Answer;
}
