/** Seals and opens files off the page's main thread. The page ends it to cancel. */
import { madeKey, openedKeys, unsealedFile } from "../../exchange/backup/folder-secret.ts";
import { sealed } from "../../exchange/backup/sealed-file.ts";
import type { SealAsked, SealTold } from "./seal-work.ts";

const tell = (message: SealTold): void => postMessage(message);

async function answer(asked: SealAsked): Promise<SealTold> {
  const { passphrase } = asked;
  switch (asked.ask) {
    case "seal":
      return { tell: "sealed", sealed: await sealed(asked.file, passphrase) };
    case "open":
      return { tell: "opened", opened: await unsealedFile(asked.file, passphrase) };
    case "make-key":
      return { tell: "keys", keys: [await madeKey(passphrase)] };
    case "open-keys":
      return { tell: "keys", keys: await openedKeys(asked.keys, passphrase) };
  }
}

addEventListener("message", ({ data }: MessageEvent<SealAsked>) => {
  answer(data).then(tell, (error: unknown) =>
    tell({ tell: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});
