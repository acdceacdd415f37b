import { ValiError } from "valibot";

/**
 * Why a file cannot be read that no other file suffers from: it went meanwhile, a program that syncs has it elsewhere, a folder is called
 * like it, or it is too long for one piece of memory; or it holds what no version of Tielight writes.
 */
export const isOfOneFile = (error: unknown): boolean =>
  error instanceof ValiError ||
  error instanceof RangeError ||
  (error instanceof DOMException &&
    ["NotFoundError", "NotReadableError", "TypeMismatchError"].includes(error.name));
