/** A folder in memory, as seen by one computer: what others write comes when it is delivered. */
import type { ChosenDirectory, Folder } from "../../../src/background/backup/folder.ts";

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

/** A directory with these files. */
export function memoryDirectory(
  files: Files,
  { names, read, write, remove } = memoryFolder(files),
): ChosenDirectory {
  const made = {
    name: "Backups",
    async *keys() {
      yield* await names();
    },
    getFileHandle: async (name: string) => ({
      getFile: () => read(name),
      createWritable: async () => {
        const parts: BlobPart[] = [];
        return new WritableStream<BlobPart>({
          write: (part) => void parts.push(part),
          close: () => write(name, new Blob(parts)),
        });
      },
    }),
    removeEntry: remove,
  };
  return made as unknown as ChosenDirectory;
}

const copied = structuredClone;

/** A copy of a value. Our stand-in for a folder has methods, which a copy loses; a browser copies a real one whole. */
export const copiedWithFolder = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "directory" in value ? value : copied(value);
