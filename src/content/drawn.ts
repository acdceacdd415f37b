import type { VNode } from "preact";

/** The element that a piece of JSX is in this script: see `jsx-runtime.ts`. The types are Preact's, for the components' sake. */
export const drawn = (element: VNode): Node => element as unknown as Node;
