/**
 * The seed of all property tests. The same on every run, so that a change passes or fails by what it is and not by luck; with
 * `PROPERTY_SEED=random npm test -- --unit`, or any number, the same properties meet other cases.
 */
import fc from "fast-check";

const DEFAULT_SEED = 20_260_601;
const wanted = process.env["PROPERTY_SEED"];
const seed =
  wanted === "random" ? Math.trunc(Math.random() * 2 ** 31) : Number(wanted ?? DEFAULT_SEED);

fc.configureGlobal({ seed });
