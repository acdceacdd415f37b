import type { ComponentChildren, RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { type Behind, pngFile, svgFile } from "../../components/charts/saved-picture.ts";
import { type PictureBox, useBox } from "../../components/charts/use-box.ts";
import { fileDate, offerFile } from "../../components/offer-file.ts";
import { text, type TextKey } from "../../words/text.ts";

/** What a picture needs of the panel around it. */
export interface PictureParts {
  readonly box: PictureBox;
  readonly picture: RefObject<SVGSVGElement | null>;
  /** What is drawn behind the shapes by other means. */
  readonly behind: RefObject<Behind | undefined>;
  /** The heading, for those who do not see the picture. */
  readonly label: string;
}

interface PicturePanelProps {
  /** A word of the address of nothing: it names files, and the panel for tests and styles. */
  readonly name: string;
  readonly heading: TextKey;
  /** Height of the picture in units of the design: as much room is kept while it is waited for. */
  readonly height: number;
  /** Draws the picture; absent while its numbers are waited for. */
  readonly draw?: ((parts: PictureParts) => ComponentChildren) | undefined;
  /** In place of a picture where there is nothing to draw. */
  readonly empty?: string | undefined;
  /** The numbers behind it. */
  readonly table?: ComponentChildren;
  /** Under the picture. */
  readonly children?: ComponentChildren;
}

const FORMATS = [
  ["png", "savePng"],
  ["svg", "saveSvg"],
] as const;

/** A picture under its heading, with the ways to keep it and the numbers behind it. */
export function PicturePanel(props: PicturePanelProps) {
  const { name, heading, height, draw, empty, table, children } = props;
  const area = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const behind = useRef<Behind>(undefined);
  const box = useBox(area);
  const saving = useAct();
  // A long table is made when somebody wants to see it.
  const [isOpen, setIsOpen] = useState(false);
  const label = text(heading);
  const isDrawn = draw !== undefined && empty === undefined;
  const save = (format: "png" | "svg") =>
    saving.run(async () => {
      const { current } = picture;
      if (current === null) return;
      const file =
        format === "svg"
          ? svgFile(current, behind.current)
          : await pngFile(current, behind.current);
      offerFile(`tielight-${name}-${fileDate(Date.now())}.${format}`, file);
    });
  return (
    <section class={`panel picture picture-${name}`} aria-labelledby={`picture-${name}`}>
      <header class="picture-head">
        <h2 id={`picture-${name}`}>{label}</h2>
        {isDrawn && (
          <div class="picture-tools">
            {FORMATS.map(([format, words]) => (
              <button
                key={format}
                type="button"
                class="button small quiet"
                name={`save-${format}`}
                title={text(words)}
                aria-describedby={`picture-${name}`}
                onClick={() => save(format)}
              >
                {format.toUpperCase()}
              </button>
            ))}
          </div>
        )}
      </header>
      {saving.state.at === "failed" && <ActNotice act={saving} />}
      <div class="picture-area" ref={area}>
        {empty === undefined ? (
          draw === undefined ? (
            <div class="picture-waiting" style={{ blockSize: `${height}rem` }} />
          ) : (
            draw({ box, picture, behind, label })
          )
        ) : (
          <p class="soft">{empty}</p>
        )}
      </div>
      {children}
      {isDrawn && table !== undefined && (
        <details
          class="picture-table"
          onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
        >
          <summary>{text("pictureTable")}</summary>
          {isOpen && table}
        </details>
      )}
    </section>
  );
}
