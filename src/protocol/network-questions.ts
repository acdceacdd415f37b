/**
 * What the full page asks about the network as a whole.
 */
import type { NetworkMap } from "../domain/network/network-map.ts";
import type { NetworkSeen } from "../domain/network/network.ts";

/** What the pictures of the network are drawn from. */
export interface NetworkQuestions {
  /** Everything but the map. Takes a moment with tens of thousands of people; others are answered meanwhile. */
  network(): NetworkSeen;
  /** Everybody by the age of the tie and the silence. */
  networkMap(): NetworkMap;
}
