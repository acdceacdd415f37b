import { expect, test } from "vitest";
import {
  archiveReader,
  ReaderFailure,
  type WorkerLike,
} from "../../../src/dashboard/reader/archive-reader.ts";

test("a worker that could not begin refuses what is asked of it later", async () => {
  let fail: (event: { readonly message?: string }) => void = () => {};
  const worker: WorkerLike = {
    postMessage: () => {},
    addEventListener(type: "message" | "error", listener: (event: never) => void) {
      if (type === "error") fail = listener as typeof fail;
    },
    terminate: () => {},
  };
  const reader = archiveReader(worker);
  fail({ message: "no such file" });
  await expect(reader.address("https://www.linkedin.com/in/ada-sample")).rejects.toEqual(
    new ReaderFailure("no such file"),
  );
});
