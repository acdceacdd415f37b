import { Avatar } from "../components/pieces/avatar.tsx";
import { BandGlyph } from "../components/pictures/band-glyph.tsx";
import { Mark } from "../components/pictures/mark.tsx";
import type { PersonId } from "../domain/person/person.ts";
import type { SuggestionReason } from "../domain/suggestions/reasons.ts";
import type { Band } from "../domain/tie/band.ts";
import { DAY_MS } from "../domain/time/day.ts";
import { reasonText } from "../words/reason-words.ts";
import { text } from "../words/text.ts";
import { bandText, lastFactText } from "../words/tie-words.ts";

/** An invented person of the picture, with how many days of silence there are. */
interface PicturedPerson {
  readonly name: string;
  readonly band: Band;
  readonly reason: (now: number) => SuggestionReason;
}

const ago = (days: number, now: number) => ({ from: now - days * DAY_MS, to: now - days * DAY_MS });

const GRACE: PicturedPerson = {
  name: "Grace Bellamy",
  band: "fading",
  reason: (now) => ({ code: "rhythm", gapDays: 61, since: ago(153, now) }),
};

const PEOPLE: readonly PicturedPerson[] = [
  GRACE,
  {
    name: "Emeka Falk",
    band: "dormant",
    reason: (now) => ({ code: "wrote-last", at: now - 300 * DAY_MS }),
  },
  {
    name: "Camille Greve",
    band: "acquaintance",
    reason: () => ({ code: "only-at-company", company: "Lumenfold" }),
  },
];

/** A profile with its badge, and the small card under the pointer. */
function BadgePicture({ now }: { readonly now: number }) {
  const { name, band, reason } = GRACE;
  const seen = { kind: "message", direction: "in", ...ago(153, now), source: "page" } as const;
  return (
    <div class="pictured-page">
      <span class="pictured-face" />
      <p class="pictured-name">
        <bdi>{name}</bdi>
        <span class="pictured-badge">
          <BandGlyph band={band} />
          {lastFactText({ code: "last", seen }, now)}
        </span>
      </p>
      <div class={`pictured-glance band-${band}`}>
        <p class="band">{bandText(band)}</p>
        <p>{reasonText(reason(now), now)}</p>
      </div>
    </div>
  );
}

/** The popup on a Monday. */
function PopupPicture({ now }: { readonly now: number }) {
  return (
    <div class="pictured-popup">
      <p class="pictured-head">
        <Mark />
        {text("tabWeek")}
      </p>
      <ul>
        {PEOPLE.map(({ name, band, reason }, place) => (
          <li key={name}>
            <Avatar id={name as PersonId} name={name} band={band} />
            <div>
              <p class="pictured-name">
                <bdi>{name}</bdi>
              </p>
              <p class="small">{reasonText(reason(now), now)}</p>
            </div>
            {place === 0 && <span class="pictured-write">{text("actionOpener")}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The badge, its small card and the popup, made of the pieces and words that they are made of, with invented people. */
export function ProductPicture({ now }: { readonly now: number }) {
  return (
    <figure class="product" aria-label={text("productPicture")}>
      <BadgePicture now={now} />
      <PopupPicture now={now} />
    </figure>
  );
}
