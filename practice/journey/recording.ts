/** A silent recording from pictures, made by the browser itself, so that no other program is needed. */
import { writeFile } from "node:fs/promises";
import type { BrowserDriver } from "../browser/browser-driver.ts";

/** A picture and how long it is shown. */
export interface Scene {
  readonly picture: Buffer;
  readonly seconds: number;
}

/** How long one picture takes to become the next, in ms; part of the time of the next. */
const FADE_MS = 400;

interface WithRecorder {
  recorder?: MediaRecorder;
  chunks?: Blob[];
}

/** Shows the scenes one after another and writes what was seen as WebM. Takes as long as the recording is. */
export async function recording(
  browser: BrowserDriver,
  scenes: readonly Scene[],
  size: { readonly width: number; readonly height: number },
  file: string,
): Promise<void> {
  const page = await browser.open("about:blank");
  await page.evaluate(({ width, height }) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    document.body.replaceChildren(canvas);
    const recorder = new MediaRecorder(canvas.captureStream(10), {
      mimeType: "video/webm;codecs=vp8",
      videoBitsPerSecond: 4_000_000,
    });
    const chunks: Blob[] = [];
    recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
    recorder.start();
    Object.assign(window, { recorder, chunks });
  }, size);
  for (const { picture, seconds } of scenes)
    await page.evaluate(
      async (address, ms, fadeMs) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const brush = document.querySelector("canvas")?.getContext("2d");
        const begun = performance.now();
        // Drawn all the time, also when nothing changes: a stream without new frames would be cut short.
        for (let spent = 0; spent < ms; spent = performance.now() - begun) {
          if (brush) brush.globalAlpha = Math.min(1, 0.2 + spent / fadeMs);
          brush?.drawImage(image, 0, 0);
          // Ten pictures a second: with more, a busy machine falls behind and the end is lost.
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      },
      `data:image/png;base64,${picture.toString("base64")}`,
      seconds * 1000,
      FADE_MS,
    );
  const bytes = await page.evaluate(async () => {
    const { recorder, chunks = [] } = window as unknown as WithRecorder;
    await new Promise((resolve) => {
      recorder?.addEventListener("stop", resolve);
      recorder?.stop();
    });
    const reader = new FileReader();
    await new Promise((resolve) => {
      reader.addEventListener("load", resolve);
      reader.readAsDataURL(new Blob(chunks));
    });
    return String(reader.result).replace(/^.*,/, "");
  });
  await page.close();
  await writeFile(file, Buffer.from(bytes, "base64"));
}
