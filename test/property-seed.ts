/** Gives fast-check the seed of this run, before the tests of each file. */
import fc from "fast-check";
import { seed } from "./effort.ts";

fc.configureGlobal({ seed });
