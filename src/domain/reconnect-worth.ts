import { PARAMETERS } from "./tie-parameters.ts";

/** How much a strength (0-100) makes somebody worth reconnecting, 0-1: an inverted U with its top at `reconnectPeak`. */
export function reconnectShape(strength: number): number {
  const share = strength / PARAMETERS.reconnectPeak;
  return share * Math.exp(1 - share);
}
