/** A folder in memory, as seen by one computer: what others write comes when it is delivered. */
import type { Folder } from "../../../src/background/backup/folder.ts";

/** The bytes of files by name. */
export type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** See the file. */
export function memoryFolder(files: Files): Folder {
  return {
    names: async () => [...files.keys()],
    async read(name) {
      const bytes = files.get(name);
      if (bytes === undefined) throw new DOMException(name, "NotFoundError");
      return new Blob([bytes]);
    },
    async write(name, content) {
      files.set(name, new Uint8Array(await content.arrayBuffer()));
    },
    async remove(name) {
      if (!files.delete(name)) throw new DOMException(name, "NotFoundError");
    },
  };
}
