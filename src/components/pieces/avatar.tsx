import type { PersonId } from "../../domain/person/person.ts";
import type { Band } from "../../domain/tie/band.ts";
import { bandText } from "../../words/tie-words.ts";
import { BandGlyph } from "../pictures/band-glyph.tsx";
import { hueOf, initials } from "./initials.ts";

interface AvatarProps {
  readonly id: PersonId;
  readonly name: string;
  readonly band: Band;
  readonly large?: boolean;
}

/** A person's initials in a colour of their own, with the ring and the shape of the band. */
export function Avatar({ id, name, band, large }: AvatarProps) {
  return (
    <span class={`avatar hue-${hueOf(id)} band-${band}${large ? " large" : ""}`}>
      <span class="avatar-initials" aria-hidden="true">
        {initials(name)}
      </span>
      <span class="avatar-band">
        <BandGlyph band={band} />
      </span>
      <span class="hidden-words">{bandText(band)}</span>
    </span>
  );
}
