declare global {
  interface Window {
    /** Everything that went wrong on the page since it was loaded. */
    practiceAlarms: string[];
  }
}

/** Notes that something went wrong: in `window.practiceAlarms`, in the console and in a red banner. */
export function alarm(kind: string, problem: unknown): void {
  const text = `${kind}: ${problem instanceof Error ? problem.message : String(problem)}`;
  window.practiceAlarms.push(text);
  console.error(`practice alarm: ${text}`);
  const banner = document.createElement("div");
  banner.setAttribute("role", "alert");
  banner.style.cssText =
    "position:fixed;inset:0 0 auto 0;z-index:2147483647;background:#b00020;color:#fff;font:14px sans-serif;padding:8px 16px";
  banner.textContent = text;
  document.documentElement.append(banner);
}

/** Starts listening for everything that goes wrong. */
export function watchForAlarms(): void {
  window.practiceAlarms = [];
  window.addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) alarm("error", event.error ?? event.message);
  });
  window.addEventListener("unhandledrejection", (event) => alarm("rejection", event.reason));
  document.addEventListener("securitypolicyviolation", (event) => {
    alarm("policy", `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
}
