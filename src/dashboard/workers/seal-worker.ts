/** Seals and opens files off the page's main thread. The page ends it to cancel. */
import { sealed, unsealed } from "../../exchange/backup/sealed-file.ts";
import type { SealAsked, SealTold } from "./seal-work.ts";

const tell = (message: SealTold): void => postMessage(message);

async function answer({ ask, file, passphrase }: SealAsked): Promise<void> {
  if (ask === "seal") tell({ tell: "sealed", sealed: await sealed(file, passphrase) });
  else tell({ tell: "opened", opened: await unsealed(file, passphrase) });
}

addEventListener("message", ({ data }: MessageEvent<SealAsked>) => {
  answer(data).catch((error: unknown) =>
    tell({ tell: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});
