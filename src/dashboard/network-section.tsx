import { BalancePanel } from "./balance-panel.tsx";

/** The network as a whole, in pictures with tables behind them. */
export function NetworkSection() {
  return <BalancePanel />;
}
