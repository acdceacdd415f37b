/**
 * A silent film as a WebM file (https://www.matroska.org/technical/elements.html), made of what the browser's encoder answers. A browser that writes
 * such a file by itself does it while the time passes, and a busy machine leaves pictures out.
 */

/** One encoded picture. It stands until the next one. */
export interface FilmFrame {
  /** ms from the beginning, in ascending order. */
  readonly at: number;
  /** Whether it needs no picture before it. The first one needs none. */
  readonly isWhole: boolean;
  readonly bytes: Uint8Array;
}

export interface FilmSize {
  readonly width: number;
  readonly height: number;
  /** ms. */
  readonly duration: number;
}

const ID = {
  head: 0x1a45dfa3,
  headVersion: 0x4286,
  headReadVersion: 0x42f7,
  longestId: 0x42f2,
  longestSize: 0x42f3,
  docType: 0x4282,
  docVersion: 0x4287,
  docReadVersion: 0x4285,
  segment: 0x18538067,
  info: 0x1549a966,
  timeScale: 0x2ad7b1,
  duration: 0x4489,
  muxer: 0x4d80,
  writer: 0x5741,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackNumber: 0xd7,
  trackId: 0x73c5,
  trackType: 0x83,
  codec: 0x86,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  cluster: 0x1f43b675,
  clusterTime: 0xe7,
  block: 0xa3,
} as const;

const VIDEO = 1;
/** Nanoseconds in a unit of time of the file: times are in milliseconds. */
const TIME_SCALE = 1_000_000;
/** Of a block, before its picture: track 1, and that it can be read alone. */
const TRACK = 0x81;
const WHOLE = 0x80;

/** A number in as few bytes as it needs, the highest first. */
function whole(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
}

function element(id: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  // Always the longest form, eight bytes: 01 and seven for the size.
  const size = Buffer.alloc(8);
  size.writeUIntBE(content.length, 2, 6);
  size[0] = 1;
  return Buffer.concat([whole(id), size, content]);
}

const number = (id: number, value: number): Buffer => element(id, whole(value));
const words = (id: number, value: string): Buffer => element(id, Buffer.from(value));

/** The film of these pictures, in VP8. */
export function webmFile(
  { width, height, duration }: FilmSize,
  frames: readonly FilmFrame[],
): Buffer {
  const length = Buffer.alloc(8);
  length.writeDoubleBE(duration);
  const head = element(
    ID.head,
    number(ID.headVersion, 1),
    number(ID.headReadVersion, 1),
    number(ID.longestId, 4),
    number(ID.longestSize, 8),
    words(ID.docType, "webm"),
    number(ID.docVersion, 2),
    number(ID.docReadVersion, 2),
  );
  const info = element(
    ID.info,
    number(ID.timeScale, TIME_SCALE),
    element(ID.duration, length),
    words(ID.muxer, "Tielight"),
    words(ID.writer, "Tielight"),
  );
  const track = element(
    ID.track,
    number(ID.trackNumber, 1),
    number(ID.trackId, 1),
    number(ID.trackType, VIDEO),
    words(ID.codec, "V_VP8"),
    element(ID.video, number(ID.width, width), number(ID.height, height)),
  );
  const clusters: Buffer[] = [];
  let from = 0;
  while (from < frames.length) {
    const next = frames.findIndex(({ isWhole }, place) => place > from && isWhole);
    const to = next === -1 ? frames.length : next;
    const begins = frames[from]?.at ?? 0;
    const blocks = frames.slice(from, to).map(({ at, isWhole, bytes }) => {
      const before = Buffer.from([TRACK, 0, 0, isWhole ? WHOLE : 0]);
      before.writeInt16BE(at - begins, 1);
      return element(ID.block, before, bytes);
    });
    clusters.push(element(ID.cluster, number(ID.clusterTime, begins), ...blocks));
    from = to;
  }
  const segment = element(ID.segment, info, element(ID.tracks, track), ...clusters);
  return Buffer.concat([head, segment]);
}
