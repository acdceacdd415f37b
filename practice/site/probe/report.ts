/** What a page could learn about the browser's extensions, as plain data. */
export interface ProbeReport {
  /** Files of extensions that could be read or loaded, of those that were tried. */
  readonly readable: readonly string[];
  readonly tried: number;
  /** Where the page holds an extension's address: in a text, or in an attribute. */
  readonly addresses: readonly string[];
  /** Loads of an extension's files in the page's timeline. */
  readonly loads: readonly string[];
  /** Names in the window that neither a fresh window nor this site has. */
  readonly globals: readonly string[];
  /** Functions of the browser that somebody replaced. */
  readonly replaced: readonly string[];
  /** Style sheets that are not the site's. */
  readonly styleSheets: number;
  readonly adoptedStyleSheets: number;
  /** Elements that got a shadow root by a call the page could see, apart from the site's own. */
  readonly shadowRoots: readonly string[];
  /** Elements that somebody else put into the page, as the page saw them appear. */
  readonly added: readonly string[];
  /** Attributes that somebody else set on the site's elements. */
  readonly attributes: readonly string[];
  /** Whether the page can write to extensions. */
  readonly runtime: boolean;
  /** Sum of layout shifts without input, where the browser tells (Chromium). */
  readonly layoutShift: number;
}

declare global {
  interface Window {
    /** The last report, on the probe page. */
    probeReport: ProbeReport | undefined;
    /** Tries everything now. `ids` are ids of extensions (Chromium) or their hosts (Firefox). */
    practiceProbe: (ids?: readonly string[], files?: readonly string[]) => Promise<ProbeReport>;
    /** Whether an element was made by the older layout's script. */
    practiceOwn?: (node: Node) => boolean;
  }
}

/** Names the practice site itself puts into the window. */
export const OWN_GLOBALS = [
  "practiceAlarms",
  "practiceSettled",
  "practiceReceive",
  "practiceOwn",
  "practiceProbe",
  "probeReport",
  "practice_current",
  "practice_older",
  "practice_probe",
] as const;
