import type { ReactNode } from "react";
import type { PersonView } from "../page.ts";
import { filled } from "../words/words.ts";
import { Action } from "./pieces.tsx";
import { useSurroundings } from "./surroundings.tsx";

/** Where the message button of a profile leads. */
export function composePath({ memberId }: PersonView, from: "profile" | "list"): string {
  const urn = encodeURIComponent(`urn:li:fsd_profile:${memberId}`);
  return from === "profile"
    ? `/messaging/compose/?profileUrn=${urn}&recipient=${memberId}&screenContext=NON_SELF_PROFILE_VIEW&interop=msgOverlay`
    : `/messaging/compose/?recipient=${memberId}&recipients=${urn}`;
}

/** What can be done with a person: write, invite, or wait. */
export function TieAction({
  person,
  place,
}: {
  readonly person: PersonView;
  readonly place: "profile" | "search" | "list";
}): ReactNode {
  const { words, invited } = useSurroundings();
  const { relation, name, slug, memberId, memberNumber } = person;
  const id = `${place}${memberId}`;
  if (relation === "self") return null;
  if (relation === "connected") {
    const label = place === "profile" ? undefined : filled(words.messageTo, { name });
    return (
      <Action
        href={composePath(person, place === "profile" ? "profile" : "list")}
        id={id}
        label={label}
      >
        {words.message}
      </Action>
    );
  }
  if (relation === "sent" || invited.has(slug)) {
    return (
      <div componentkey={`ConnectButtonstate:invitation:urn:li:member:${memberNumber}_pending`}>
        <Action
          href={`/in/${encodeURIComponent(slug)}/`}
          id={id}
          label={`${words.pending}, ${name}`}
        >
          {words.pending}
        </Action>
      </div>
    );
  }
  const path = place === "profile" ? "custom-invite" : "search-custom-invite";
  return (
    <div componentkey={`ConnectButtonstate:invitation:urn:li:member:${memberNumber}_connect`}>
      <Action
        href={`/preload/${path}/?vanityName=${encodeURIComponent(slug)}`}
        id={id}
        label={filled(words.invite, { name })}
      >
        {words.connect}
      </Action>
    </div>
  );
}
