import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ActNotice } from "../../src/components/acts/act-notice.tsx";
import { Notice } from "../../src/components/acts/notice.tsx";
import { useAct } from "../../src/components/acts/use-act.ts";
import { BandLegend } from "../../src/components/card/band-legend.tsx";
import { PersonIntroducers } from "../../src/person/person-introducers.tsx";
import { LaterChoices } from "../../src/components/later-choices.tsx";
import { Avatar } from "../../src/components/pieces/avatar.tsx";
import { EmptyState } from "../../src/components/pieces/empty-state.tsx";
import { Popover } from "../../src/components/pieces/popover.tsx";
import { Segments } from "../../src/components/pieces/segments.tsx";
import { Toasts, useToast } from "../../src/components/pieces/toast.tsx";
import { BalancePicture } from "../../src/components/pictures/balance-picture.tsx";
import { BalanceTable } from "../../src/components/pictures/balance-table.tsx";
import { CARD_SIGNS, Glyph, PAGE_SIGNS } from "../../src/components/pictures/glyph.tsx";
import { BANDS, type Band } from "../../src/domain/tie/band.ts";
import { PersonRow } from "../../src/popup/people/person-row.tsx";
import { PersonNotes } from "../../src/person/choices/person-notes.tsx";
import { PersonTags } from "../../src/person/choices/person-tags.tsx";
import { Waiting } from "../../src/popup/week/waiting.tsx";
import { people } from "./people.ts";

/** Colours of the tokens, by what they are for. */
const COLOURS =
  "paper sheet sunken ink ink-soft line line-strong accent on-accent accent-wash glow focus danger danger-wash success chart-in chart-out"
    .split(" ")
    .concat(BANDS.map((band) => `band-${band}`));

const SIZES = ["text-small", "text", "text-large", "text-title", "text-hero"] as const;

const THEMES = ["system", "light", "dark"] as const;
const DIRECTIONS = ["ltr", "rtl"] as const;

function Piece({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section aria-label={name} data-piece-of={name}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

function Acting() {
  const toast = useToast();
  const act = useAct();
  return (
    <div class="row">
      <button
        type="button"
        class="button"
        name="toast"
        onClick={() => toast({ words: "Ada Example: done", undo: () => Promise.resolve() })}
      >
        Say it with a way back
      </button>
      <button
        type="button"
        class="button"
        name="fail"
        onClick={() => act.run(() => Promise.reject(new Error("shown for a look")))}
      >
        Fail
      </button>
      <ActNotice act={act} />
    </div>
  );
}

function Choosing() {
  const [tone, setTone] = useState<"warm" | "brief" | "formal">("warm");
  const names = ["warm", "brief", "formal"] as const;
  return (
    <Segments
      label="Tone"
      group="tone"
      segments={names.map((name) => ({ name, label: name }))}
      chosen={tone}
      onChoose={setTone}
    />
  );
}

/** Every piece of the interface on one page, to be looked at in each theme and direction. */
export function Pieces({ now }: { readonly now: number }) {
  const [theme, setTheme] = useState<(typeof THEMES)[number]>("system");
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>("ltr");
  const [tags, setTags] = useState<readonly string[]>(["sailing", "a rather long tag of somebody"]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset["theme"];
    else dataset["theme"] = theme;
    document.documentElement.dir = direction;
  }, [theme, direction]);
  const rows = people(now);
  const [first] = rows;
  const counts = Object.fromEntries(BANDS.map((band) => [band, 12])) as Record<Band, number>;
  if (first === undefined) return null;
  return (
    <Toasts>
      <main class="pieces">
        <h1>Pieces</h1>
        <div class="row">
          <Segments
            label="Theme"
            group="theme"
            segments={THEMES.map((name) => ({ name, label: name }))}
            chosen={theme}
            onChoose={setTheme}
          />
          <Segments
            label="Direction"
            group="direction"
            segments={DIRECTIONS.map((name) => ({ name, label: name }))}
            chosen={direction}
            onChoose={setDirection}
          />
        </div>
        <Piece name="Colours">
          <div class="swatches">
            {COLOURS.map((colour) => (
              <div key={colour}>
                <div class="swatch" style={{ background: `var(--${colour})` }} />
                <span class="small">{colour}</span>
              </div>
            ))}
          </div>
        </Piece>
        <Piece name="Text">
          {SIZES.map((size) => (
            <p key={size} style={{ fontSize: `var(--${size})` }}>
              {size}: last talked 3 months ago
            </p>
          ))}
          <p class="soft">
            Soft words, and a <a href="#link">link</a>.
          </p>
        </Piece>
        <Piece name="Signs">
          <div class="row">
            {Object.entries({ ...CARD_SIGNS, ...PAGE_SIGNS }).map(([name, sign]) => (
              <span key={name} class="small">
                <Glyph sign={sign} /> {name}
              </span>
            ))}
          </div>
        </Piece>
        <Piece name="Avatar">
          <div class="row">
            {rows.map(({ id, name, tie }) => (
              <Avatar key={id} id={id} name={name} band={tie.band} />
            ))}
            <Avatar id={first.id} name={first.name} band={first.tie.band} large />
          </div>
        </Piece>
        <Piece name="Bands">
          <div class="row">
            {BANDS.map((band) => (
              <BandLegend key={band} band={band} />
            ))}
          </div>
          <BalancePicture counts={counts} />
        </Piece>
        <Piece name="Buttons">
          <div class="row">
            {["main", "", "quiet", "danger", "small"].map((kind) => (
              <button key={kind} type="button" class={`button ${kind}`}>
                {kind || "plain"}
              </button>
            ))}
            <button type="button" class="button" disabled>
              disabled
            </button>
            <button type="button" class="button small chip" aria-pressed="true">
              chip
            </button>
            <button type="button" class="button icon" aria-label="Close">
              <Glyph sign={CARD_SIGNS.close} />
            </button>
          </div>
        </Piece>
        <Piece name="Menu">
          <div class="row">
            <Popover
              label="More"
              face={<Glyph sign={PAGE_SIGNS.more} />}
              class="icon"
              name="piece-menu"
            >
              {(close) => <LaterChoices now={now} onUntil={close} />}
            </Popover>
          </div>
        </Piece>
        <Piece name="Segments">
          <Choosing />
        </Piece>
        <Piece name="Toast and failure">
          <Acting />
          <Notice kind="calm" title="Something to know">
            With the next step in it.
          </Notice>
        </Piece>
        <Piece name="Tags">
          <PersonTags id={first.id} tags={tags} onChange={() => setTags(["sailing"])} />
        </Piece>
        <Piece name="Field that saves">
          <PersonNotes
            id={first.id}
            notes={[{ id: "note-1", text: "Plays the cello.", at: now }]}
            now={now}
            onChange={() => undefined}
          />
        </Piece>
        <Piece name="Who could introduce">
          <PersonIntroducers people={rows.slice(0, 3)} now={now} onPerson={() => undefined} />
        </Piece>
        <Piece name="Rows">
          <ul class="people">
            {rows.map((row) => (
              <PersonRow
                key={row.id}
                row={row}
                why="You owe them a reply."
                onPerson={() => undefined}
              >
                <button type="button" class="button small">
                  Write
                </button>
              </PersonRow>
            ))}
          </ul>
        </Piece>
        <Piece name="Table">
          <BalanceTable counts={counts} people={BANDS.length * 12} />
        </Piece>
        <Piece name="Waiting">
          <Waiting />
        </Piece>
        <Piece name="Empty">
          <EmptyState title="Nobody here yet">
            <p>What to do next.</p>
          </EmptyState>
        </Piece>
      </main>
    </Toasts>
  );
}
