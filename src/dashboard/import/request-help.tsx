import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import { RequestPicture } from "../../setup/request-picture.tsx";
import { text } from "../../words/text.ts";

/** The site's own page for asking for one's data. */
const DOWNLOAD_PAGE = "https://www.linkedin.com/mypreferences/d/download-my-data";

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
