import type { MessageView, PersonView, Settings } from "./page.ts";
import { askPage } from "./asking.ts";
import type { OpenThread } from "./older/messaging/thread.ts";
import { messageId } from "../network/site-ids.ts";

declare global {
  interface Window {
    /** For tests: resolves when no page is on its way. */
    practiceSettled: () => Promise<void>;
    /** For tests: lets somebody write in every open thread of this document; returns the message ids. */
    practiceReceive: (slug: string, text: string, at?: number) => Promise<readonly string[]>;
  }
}

async function personNamed(slug: string, settings: Settings): Promise<PersonView | undefined> {
  const page = await askPage(`/in/${encodeURIComponent(slug)}/`, settings);
  return page?.surface === "profile" ? page.person : undefined;
}

/** Puts the means for tests into the window. */
export function practiceTools(settings: Settings, threads: () => readonly OpenThread[]): void {
  let sequence = 5000;
  const known = new Map<string, Promise<PersonView | undefined>>();
  window.practiceReceive = async (slug, text, at = Date.now()) => {
    const asked = known.get(slug) ?? personNamed(slug, settings);
    known.set(slug, asked);
    const sender = await asked;
    if (!sender) return [];
    return threads().flatMap((thread) => {
      const conversation = thread.conversationId();
      if (conversation === undefined) return [];
      sequence += 1;
      const id = messageId(conversation, at, sequence);
      const message: MessageView = { id, at, sender, senderName: sender.name, text, edited: false };
      thread.add(message);
      return [id];
    });
  };
}
