/// <reference types="vite/client" />
/** Starts the worker that reads archives. */
import address from "./archive-worker.ts?worker&url";

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** The name the manifest allows. */
const POLICY = "tielight-worker";

let policy: ScriptPolicy | undefined;

/** Our pages accept no address of a script but through a policy; this one knows a single address, made by the build. */
function trusted(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: () => address });
  return policy?.createScriptURL("") ?? address;
}

export const startWorker = (): Worker => new Worker(trusted(), { type: "module" });
