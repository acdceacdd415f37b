/** What the user dropped or chose, as files with their paths. */

/** One file. */
export interface GivenFile {
  /** Its name, with the folders it was found in: `Basic/Connections.csv`. */
  readonly name: string;
  readonly blob: File;
}

/** Files chosen one by one, or a whole folder. */
export function chosenFiles(files: Iterable<File>): readonly GivenFile[] {
  return [...files].map((file) => ({ name: file.webkitRelativePath || file.name, blob: file }));
}

const entriesOf = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function within(entry: FileSystemEntry): Promise<readonly GivenFile[]> {
  if (isFile(entry)) {
    const name = entry.fullPath.replace(/^\//, "");
    return [{ name, blob: await fileOf(entry) }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const files: GivenFile[] = [];
  // A folder is listed in parts of a hundred; an empty one is the end.
  for (;;) {
    const entries = await entriesOf(reader);
    if (entries.length === 0) return files;
    for (const one of entries) files.push(...(await within(one)));
  }
}

/** Files and folders that were dropped. To be called while the drop is announced: later the list is empty. */
export async function droppedFiles(dropped: DataTransfer): Promise<readonly GivenFile[]> {
  const entries = [...dropped.items].map((item) =>
    item.kind === "file" ? item.webkitGetAsEntry() : null,
  );
  const files = [...dropped.files];
  const found = entries.filter((entry) => entry !== null);
  if (found.length === 0) return chosenFiles(files);
  return (await Promise.all(found.map(within))).flat();
}
