/**
 * A film drawn of pictures: each stands for a while, with words below it and a pointer that goes on to where the next one begins.
 */
import type { BrowserDriver } from "../browser/browser-driver.ts";
import { eventually } from "../browser/within.ts";
import { type FilmFrame, webmFile } from "./webm-file.ts";

/** A place in a picture, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** One picture, and how long it stands. */
export interface Shot {
  readonly picture: Buffer;
  /** Another one that stands on it, such as the popup, with the place of its upper left corner. */
  readonly over?: { readonly picture: Buffer; readonly place: Place };
  readonly seconds: number;
  readonly words: string;
  /** Where the pointer arrives before the next picture comes; it stays where it is when absent. */
  readonly pointer?: Place;
}

/** In pixels: a picture, and the words below it. */
export const FILM = { width: 1280, height: 800, wordsHeight: 72 } as const;
const FRAMES_EACH_SECOND = 25;
/** A few seconds of film may take so long on a busy machine. */
const PATIENCE_MS = 600_000;
const BITS_EACH_SECOND = 6_000_000;

/** A shot as it goes to the page, pictures as addresses. */
interface DrawnShot {
  readonly address: string;
  readonly over?: { readonly address: string; readonly place: Place };
  readonly words: string;
}

/** What happens while a shot stands. */
interface Scene {
  readonly frames: number;
  /** What it takes the place of. */
  readonly before: DrawnShot | undefined;
  /** The way of the pointer. */
  readonly from: Place;
  readonly to: Place;
}

const LOOK = {
  ...FILM,
  framesEachSecond: FRAMES_EACH_SECOND,
  bitsEachSecond: BITS_EACH_SECOND,
  ground: "#3a2118",
  words: "#fff1d6",
};

/** What a page keeps of the shot it draws. */
interface Kept {
  /** The frames that differ from those before: `w`hole or `p`art, its place in the shot, and after a space its bytes in base64. */
  filmed?: readonly string[];
  failed?: string;
}

/** Runs in a page: begins to draw and encode a shot, which takes longer than a page may take to answer. */
function beginShot(shot: DrawnShot, { frames, before, from, to }: Scene, look: typeof LOOK): void {
  const pictureHeight = look.height - look.wordsHeight;
  const penOn = (canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D => {
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    if (pen === null) throw new Error("The page cannot draw");
    return pen;
  };
  const bitmapOf = (address: string): Promise<ImageBitmap> => {
    const [, base64 = ""] = address.split(",");
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return createImageBitmap(new Blob([bytes], { type: "image/png" }));
  };
  const drawn = async ({ address, over, words }: DrawnShot): Promise<OffscreenCanvas> => {
    const canvas = new OffscreenCanvas(look.width, look.height);
    const pen = penOn(canvas);
    pen.fillStyle = look.ground;
    pen.fillRect(0, 0, look.width, look.height);
    pen.drawImage(await bitmapOf(address), 0, 0);
    if (over !== undefined) {
      pen.save();
      pen.shadowColor = "#0009";
      pen.shadowBlur = 40;
      pen.drawImage(await bitmapOf(over.address), over.place.x, over.place.y);
      pen.restore();
    }
    pen.fillStyle = look.ground;
    pen.fillRect(0, pictureHeight, look.width, look.wordsHeight);
    pen.fillStyle = look.words;
    pen.font = "28px system-ui, sans-serif";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(words, look.width / 2, pictureHeight + look.wordsHeight / 2);
    return canvas;
  };
  const arrow = new Path2D("M0 0V24L6 18 10 28 14 26 10 17H18Z");

  const film = async (): Promise<readonly string[]> => {
    const answer: string[] = [];
    const failures: unknown[] = [];
    const frameUs = Math.round(1_000_000 / look.framesEachSecond);
    const encoder = new VideoEncoder({
      output(chunk) {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
        const place = Math.round(chunk.timestamp / frameUs);
        answer.push(`${chunk.type === "key" ? "w" : "p"}${place} ${btoa(letters)}`);
      },
      error: (error) => failures.push(error),
    });
    encoder.configure({
      codec: "vp8",
      width: look.width,
      height: look.height,
      bitrate: look.bitsEachSecond,
      framerate: look.framesEachSecond,
      // Nobody waits for it, but the other mode takes ten times as long.
      latencyMode: "realtime",
    });
    const [now, past] = await Promise.all([drawn(shot), before && drawn(before)]);
    const canvas = new OffscreenCanvas(look.width, look.height);
    const pen = penOn(canvas);
    let stoodAt: number | undefined;
    for (let frame = 0; frame < frames; frame += 1) {
      // What was there fades away in a quarter of a second.
      const left = 1 - frame / (look.framesEachSecond / 4);
      // The pointer is on its way in the middle of the time, slower at both ends of the way.
      const time = Math.min(1, Math.max(0, (frame / frames - 0.3) / 0.5));
      const part = from.x === to.x && from.y === to.y ? 1 : time * time * (3 - 2 * time);
      if (left <= 0 && part === stoodAt) continue;
      if (left <= 0) stoodAt = part;
      pen.drawImage(now, 0, 0);
      if (past !== undefined && left > 0) {
        pen.globalAlpha = left;
        pen.drawImage(past, 0, 0);
        pen.globalAlpha = 1;
      }
      pen.save();
      pen.translate(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
      pen.fillStyle = "#111";
      pen.strokeStyle = "#fff";
      pen.lineWidth = 2;
      pen.fill(arrow);
      pen.stroke(arrow);
      pen.restore();
      const image = new VideoFrame(canvas, { timestamp: frame * frameUs, duration: frameUs });
      encoder.encode(image, { keyFrame: frame === 0 });
      image.close();
    }
    await encoder.flush();
    encoder.close();
    if (failures.length > 0) throw failures[0];
    return answer;
  };
  const kept: Kept & typeof globalThis = globalThis;
  kept.filmed = [];
  film().then(
    (answer) => {
      kept.filmed = answer;
    },
    (error: unknown) => {
      kept.failed = String(error);
    },
  );
}

/** Runs in the page: the frames of the shot that was begun, once there are any. */
function shotFilmed(): readonly string[] {
  const { filmed = [], failed }: Kept & typeof globalThis = globalThis;
  if (failed !== undefined) throw new Error(failed);
  return filmed;
}

const addressOf = (picture: Buffer): string =>
  `data:image/png;base64,${picture.toString("base64")}`;

const drawnShot = ({ picture, over, words }: Shot): DrawnShot => ({
  address: addressOf(picture),
  ...(over && { over: { address: addressOf(over.picture), place: over.place } }),
  words,
});

/** Draws the film in a browser that can encode one, as Chromium can. Answers a WebM file without sound. */
export async function film(browser: BrowserDriver, shots: readonly Shot[]): Promise<Buffer> {
  // Only secure pages have the encoder. A picture of the extension is one, and has no program of its own.
  const page = await browser.openExtensionPage("icons/tielight-128.png");
  const frames: FilmFrame[] = [];
  let before: DrawnShot | undefined;
  let from: Place = { x: FILM.width / 2, y: FILM.height / 2 };
  let begins = 0;
  for (const shot of shots) {
    const { seconds, pointer: to = from } = shot;
    const drawn = drawnShot(shot);
    const scene = { frames: Math.round(seconds * FRAMES_EACH_SECOND), before, from, to };
    await page.evaluate(beginShot, drawn, scene, LOOK);
    const filmed = await eventually(PATIENCE_MS, "a shot", () => page.evaluate(shotFilmed));
    for (const frame of filmed) {
      const [place = "", base64 = ""] = frame.slice(1).split(" ");
      frames.push({
        at: Math.round(begins + (Number(place) * 1000) / FRAMES_EACH_SECOND),
        isWhole: frame.startsWith("w"),
        bytes: Buffer.from(base64, "base64"),
      });
    }
    begins += (scene.frames * 1000) / FRAMES_EACH_SECOND;
    before = drawn;
    from = to;
  }
  await page.close();
  return webmFile({ ...FILM, duration: Math.round(begins) }, frames);
}
