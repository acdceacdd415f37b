// The eyes of the browser tests and the practice journey: reads what stands in closed shadow roots, at every animation frame when asked to.
// It changes nothing in the page. Questions and answers are events of the page's window; shapes are in ../sight.ts.
"use strict";
{
  const QUESTION = "watcher:question";
  const ANSWER = "watcher:answer";

  const HTML = "http://www.w3.org/1999/xhtml";

  /** Chromium answers for HTML elements only; Firefox has a property. */
  const shadowRoot = (element) => {
    if (element.namespaceURI !== HTML) return null;
    return "openOrClosedShadowRoot" in element
      ? element.openOrClosedShadowRoot
      : chrome.dom.openOrClosedShadowRoot(element);
  };

  const oneLine = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
  const NAMED = `${HEADINGS}, a, button, [role=link], [role=button]`;
  const CONTROLS = "a, button, input, select, textarea, summary, [role=button], [tabindex]";

  /** Text as it is read: generated words included; no style sheets, no hidden parts. */
  function textOf(root) {
    const words = root instanceof Element && root.dataset.words ? [root.dataset.words] : [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.dataset?.words && node.checkVisibility()) words.push(node.dataset.words);
        continue;
      }
      const parent = node.parentElement;
      if (parent?.closest("style, script, template, [hidden]")) continue;
      if (parent && !parent.checkVisibility()) continue;
      words.push(node.data);
    }
    return oneLine(words.join(" "));
  }

  const contentOf = (root) => [...root.children].filter((element) => element.localName !== "style");

  function labelOf(root) {
    return [...root.querySelectorAll("[aria-label]")]
      .map((element) => oneLine(element.getAttribute("aria-label")))
      .join("; ");
  }

  function rectOf(element, corner) {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + corner.x, y: y + corner.y, width, height };
  }

  /** The smallest rectangle around what a root draws; its host may be nothing but a point. */
  function drawnRect(root, corner) {
    const rects = [...root.children]
      .map((element) => rectOf(element, corner))
      .filter((rect) => rect.width > 0 && rect.height > 0);
    if (rects.length === 0) return rectOf(root.host, corner);
    const x = Math.min(...rects.map((rect) => rect.x));
    const y = Math.min(...rects.map((rect) => rect.y));
    return {
      x,
      y,
      width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
      height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
    };
  }

  /** What a person would say the badge stands beside: the closest heading or link of the innermost part of the page with one. */
  function neighbour(host) {
    const at = host.getBoundingClientRect();
    const distance = (element) => {
      const box = element.getBoundingClientRect();
      const dx = Math.max(box.left - at.right, at.left - box.right, 0);
      const dy = Math.max(box.top - at.bottom, at.top - box.bottom, 0);
      return dx + dy * 4; // the same line is closer than the next one
    };
    for (
      let around = host.parentElement ?? host.getRootNode().host;
      around;
      around = around.parentElement ?? around.getRootNode().host
    ) {
      const named = [around, ...around.querySelectorAll(`${HEADINGS}, a[href]`)].filter(
        (element) =>
          element.matches(`${HEADINGS}, a[href]`) &&
          oneLine(element.textContent) !== "" &&
          element.checkVisibility(),
      );
      if (named.length === 0) continue;
      const closest = named.reduce((best, one) => (distance(one) < distance(best) ? one : best));
      return { text: oneLine(closest.textContent), href: closest.closest("a")?.href ?? null };
    }
    return { text: "", href: null };
  }

  function watchedRoot(host, root, corner) {
    return {
      text: textOf(root),
      label: labelOf(root),
      rect: drawnRect(root, corner),
      near: neighbour(host),
      focus: oneLine(
        root.activeElement?.getAttribute("aria-label") ?? root.activeElement?.textContent,
      ),
      inName: host.closest(NAMED) !== null,
      silent: contentOf(root).every((element) => element.ariaHidden === "true"),
      theme: contentOf(root)[0]?.dataset.theme ?? "",
      controls: [...root.querySelectorAll(CONTROLS)].map((element) => ({
        tag: element.localName,
        text: textOf(element),
        label: oneLine(element.getAttribute("aria-label")),
        href: element instanceof HTMLAnchorElement ? element.href : null,
        rect: rectOf(element, corner),
      })),
    };
  }

  /**
   * Keeps track of the shadow roots in a tree. Asking an element for its root costs microseconds, so each is asked in the first looks
   * of its life only: a badge gets its root at once or never.
   */
  function follow(tree, signal) {
    const unanswered = new Map();
    const roots = new Map();
    const frames = new WeakMap();
    const meet = (element) => {
      unanswered.set(element, 0);
      for (const inner of element.querySelectorAll("*")) unanswered.set(inner, 0);
    };
    for (const element of tree.children) meet(element);
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) meet(node);
    });
    observer.observe(tree, { childList: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());

    const ask = (element, times) => {
      const root = shadowRoot(element);
      if (root) roots.set(element, { root, inside: follow(root, signal) });
      if (root || times === 5) unanswered.delete(element);
      else unanswered.set(element, times + 1);
    };

    /** Adds what is to be seen in the tree, in its roots and in frames of the same site. */
    return function look(corner, seen) {
      for (const [element, times] of unanswered) ask(element, times);
      for (const heading of tree.querySelectorAll(HEADINGS)) {
        const text = oneLine(heading.textContent);
        if (text !== "" && heading.checkVisibility()) seen.headings.push(text);
      }
      for (const [host, { root, inside }] of roots) {
        // A list may put an old row back later, badge and all.
        if (!host.isConnected) continue;
        if (root.mode === "closed") seen.roots.push(watchedRoot(host, root, corner));
        inside(corner, seen);
      }
      for (const frame of tree.querySelectorAll("iframe")) {
        const inner = frame.contentDocument;
        if (!inner || !frame.checkVisibility({ opacityProperty: true })) continue;
        if (!frames.has(inner)) frames.set(inner, follow(inner, signal));
        frames.get(inner)(rectOf(frame, corner), seen);
      }
    };
  }

  function sight(look) {
    const seen = { url: location.href, title: document.title, headings: [], roots: [] };
    look({ x: 0, y: 0 }, seen);
    seen.roots.sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x);
    return seen;
  }

  /** @type {undefined | { end: AbortController, look: Function, frames: number, last: string, seen: object[] }} */
  let recording;

  function record() {
    if (!recording) return;
    requestAnimationFrame(record);
    // A new observer reports in this very frame, after all animation callbacks and the layout: this is what will be painted.
    const beforePaint = new ResizeObserver(() => {
      beforePaint.disconnect();
      if (!recording) return;
      recording.frames++;
      const now = sight(recording.look);
      const text = JSON.stringify(now);
      if (text === recording.last) return;
      recording.last = text;
      recording.seen.push({ at: Date.now(), ...now });
    });
    beforePaint.observe(document.documentElement);
  }

  const answers = {
    snapshot() {
      const once = new AbortController();
      const seen = sight(follow(document, once.signal));
      once.abort();
      return seen;
    },
    start() {
      const end = new AbortController();
      recording = { end, look: follow(document, end.signal), frames: 0, last: "", seen: [] };
      record();
      return {};
    },
    stop() {
      const { end, frames, seen } = recording ?? { frames: 0, seen: [] };
      end?.abort();
      recording = undefined;
      return { frames, seen };
    },
  };

  addEventListener(QUESTION, (event) => {
    const answer = answers[event.detail]?.();
    dispatchEvent(new CustomEvent(ANSWER, { detail: JSON.stringify(answer) }));
  });
}
