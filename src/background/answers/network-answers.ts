/**
 * What the full page is answered about the network as a whole.
 */
import type { NetworkQuestions } from "../../protocol/network-questions.ts";
import { storedNetwork, storedNetworkMap } from "../../storage/answers/network.ts";
import { reading } from "./answers.ts";

/** See the file. */
export const networkReads = reading<NetworkQuestions>({
  network: (_about, { database }) => storedNetwork(database, Date.now()),
  networkMap: (_about, { database }) => storedNetworkMap(database, Date.now()),
});
