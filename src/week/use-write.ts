import { useCallback, useContext } from "preact/hooks";
import { browser } from "../browser.ts";
import { type Act, useAct } from "../components/acts/use-act.ts";
import { useToast } from "../components/pieces/toast.tsx";
import { messageLink, profileOf } from "../components/profile-link.ts";
import type { Alias, PersonId } from "../domain/person/person.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import { isPopup } from "../components/own-pages.ts";
import { Suggested } from "./why-suggested.tsx";
import { begin, ShownHistory } from "./written.ts";

/** Whom to write to. */
interface Recipient {
  readonly id: PersonId;
  readonly name: string;
  readonly aliases: readonly Alias[];
}

/** Where a message to a person is written: the site's message window, or the profile where only that is known. */
const windowFor = (aliases: readonly Alias[]): string | undefined =>
  messageLink(aliases) ?? profileOf(aliases);

/**
 * Writing to somebody in one click: the words are copied, the site's message window is opened, and the next time it is asked whether the message
 * was sent. Nothing is sent from here.
 */
export function useWrite(): readonly [Act, (to: Recipient, words: string) => void] {
  const act = useAct();
  const toast = useToast();
  const history = useContext(ShownHistory);
  const suggested = useContext(Suggested);
  const { run } = act;
  const write = useCallback(
    ({ id, name, aliases }: Recipient, words: string) =>
      run(async () => {
        // Browsers take it in the moment of the click alone.
        if (words !== "") await navigator.clipboard.writeText(words);
        const address = windowFor(aliases);
        if (address === undefined) {
          toast({ words: text("writeCopied") });
          return;
        }
        const why = suggested.get(id);
        if (history !== undefined)
          await begin({ history, id, at: Date.now(), ...(why && { why }) });
        await browser.tabs.create({ url: address });
        toast({ words: text("writeOpened", { name: nameInSentence(name) }) });
        if (isPopup()) window.close();
      }),
    [run, toast, history, suggested],
  );
  return [act, write];
}
