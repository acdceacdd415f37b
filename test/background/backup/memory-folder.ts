/** A folder in memory, as seen by one computer: what others write comes when it is delivered. */
import type { Folder } from "../../../src/background/backup/folder.ts";

/** The bytes of files by name. */
export type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** How a computer ends while it writes: before anything is there, with half a file there, or with what a browser leaves behind. */
export type EndWhileWriting = "nothing" | "half" | "leftover";

/** See the file. */
export function memoryFolder(files: Files, end?: EndWhileWriting): Folder {
  return {
    names: async () => [...files.keys()],
    async read(name) {
      const bytes = files.get(name);
      if (bytes === undefined) throw new DOMException(name, "NotFoundError");
      return new Blob([bytes]);
    },
    async write(name, content) {
      if (end === "half")
        files.set(name, new Uint8Array(await content.slice(0, content.size >> 1).arrayBuffer()));
      if (end === "leftover")
        files.set(`${name}.crswap`, new Uint8Array(await content.arrayBuffer()));
      if (end !== undefined) throw new DOMException(name, "AbortError");
      files.set(name, new Uint8Array(await content.arrayBuffer()));
    },
    async remove(name) {
      if (!files.delete(name)) throw new DOMException(name, "NotFoundError");
    },
  };
}
