import { Notice } from "../components/acts/notice.tsx";
import { SETTINGS_PAGE } from "../components/own-pages.ts";
import { text } from "../words/text.ts";

/** Says that a history may have been begun by mistake, with the way to where it is joined or removed. */
export function MistakeNotice() {
  return (
    <Notice kind="calm" title={text("mistakeHeading")}>
      <a href={`${SETTINGS_PAGE}/accounts`} target="_blank" rel="noreferrer">
        {text("mistakeLook")}
      </a>
    </Notice>
  );
}
