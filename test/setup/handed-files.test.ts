import { expect, test, vi } from "vitest";
import type { GivenFile } from "../../src/setup/given-files.ts";
import { askForFiles, handFiles } from "../../src/setup/handed-files.ts";

const file = (name: string): GivenFile => ({ name, blob: new File(["a,b\n"], name) });

/** A channel of the test's own hears in the same order: whatever was to come has come. */
async function allHeard(): Promise<void> {
  const [mine, yours] = [new BroadcastChannel("order"), new BroadcastChannel("order")];
  await new Promise((heard) => {
    yours.addEventListener("message", heard);
    mine.postMessage("now");
  });
  mine.close();
  yours.close();
}

test("files that were dropped go to the first page that asks, with their names, and to no second one", async () => {
  const gone = new AbortController();
  handFiles([file("Basic.zip"), file("Basic/Connections.csv")], gone.signal);
  const first = vi.fn<(files: readonly GivenFile[]) => void>();
  const second = vi.fn<(files: readonly GivenFile[]) => void>();
  askForFiles(first, gone.signal);
  await vi.waitFor(() => expect(first).toHaveBeenCalledOnce());
  expect(first.mock.calls[0]?.[0].map(({ name }) => name)).toEqual([
    "Basic.zip",
    "Basic/Connections.csv",
  ]);
  askForFiles(second, gone.signal);
  await allHeard();
  expect(second).not.toHaveBeenCalled();
  gone.abort();
});

test("a page that was open before, and asked in vain, does not hear of files dropped later", async () => {
  const gone = new AbortController();
  const before = vi.fn<(files: readonly GivenFile[]) => void>();
  askForFiles(before, gone.signal);
  await allHeard();
  handFiles([file("Basic.zip")], gone.signal);
  const opened = vi.fn<(files: readonly GivenFile[]) => void>();
  askForFiles(opened, gone.signal);
  await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
  await allHeard();
  expect(before).not.toHaveBeenCalled();
  gone.abort();
});

test("nobody is called after the page is gone", async () => {
  const [here, there] = [new AbortController(), new AbortController()];
  const take = vi.fn<(files: readonly GivenFile[]) => void>();
  handFiles([file("Basic.zip")], here.signal);
  askForFiles(take, there.signal);
  there.abort();
  const other = vi.fn<(files: readonly GivenFile[]) => void>();
  here.abort();
  askForFiles(other, here.signal);
  expect([take.mock.calls, other.mock.calls]).toEqual([[], []]);
});
