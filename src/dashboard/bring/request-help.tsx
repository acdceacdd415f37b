import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import { DOWNLOAD_PAGE } from "../../setup/archive-step.tsx";
import { RequestPicture } from "../../setup/request-picture.tsx";
import { text } from "../../words/text.ts";

/** How to come by an archive. */
export function RequestHelp({ open }: { readonly open: boolean }) {
  return (
    <details class="help" open={open}>
      <summary>{text("importHow")}</summary>
      <ol class="steps">
        <li>
          {text("importHowAsk")}{" "}
          <a href={DOWNLOAD_PAGE} target="_blank" rel="noreferrer">
            {text("importHowLink")} <Glyph sign={PAGE_SIGNS.away} sideways />
          </a>
        </li>
        <li>
          <RequestPicture />
        </li>
        <li>{text("importHowMail")}</li>
        <li>{text("importHowLarge")}</li>
      </ol>
    </details>
  );
}
