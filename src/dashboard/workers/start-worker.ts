/// <reference types="vite/client" />
/** Starts the workers of the page. */
import reader from "../reader/archive-worker.ts?worker&url";
import seal from "./seal-worker.ts?worker&url";

/** The workers there are. */
const ADDRESSES = { reader, seal } as const;

interface ScriptPolicy {
  createScriptURL(worker: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** The name the manifest allows. */
const POLICY = "tielight-worker";

let policy: ScriptPolicy | undefined;

/** Our pages accept no address of a script but through a policy; this one knows the addresses that the build made, and no other. */
function trusted(worker: keyof typeof ADDRESSES): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy(POLICY, {
    createScriptURL: (name) => ADDRESSES[name as keyof typeof ADDRESSES],
  });
  return policy?.createScriptURL(worker) ?? ADDRESSES[worker];
}

/** Starts the worker that reads archives, or the one that seals files. */
export const startWorker = (worker: keyof typeof ADDRESSES): Worker =>
  new Worker(trusted(worker), { type: "module" });
