import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import { text } from "../words/text.ts";
import { REQUEST_BOXES } from "./request-boxes.ts";

/**
 * The site's page on which members ask for their archive, drawn with its own labels and what to choose there. The labels were read in 2026
 * in instructions of others; some members are offered fewer boxes.
 */
export function RequestPicture() {
  return (
    <figure class="request">
      <div class="request-page">
        <p class="request-title">{text("requestTitle")}</p>
        <p class="request-choice">
          <span class="request-radio" aria-hidden="true" />
          {text("requestLarge")}
        </p>
        <p class="request-choice chosen">
          <span class="request-radio" aria-hidden="true" />
          {text("requestSome")}
        </p>
        <ul class="request-boxes">
          {REQUEST_BOXES.map((box) => (
            <li key={box}>
              <span class="request-box" aria-hidden="true">
                <Glyph sign={PAGE_SIGNS.done} />
              </span>
              {text(box)}
            </li>
          ))}
        </ul>
        <p class="request-button">{text("requestButton")}</p>
      </div>
      <figcaption class="small soft">
        <p>{text("requestNoMessages")}</p>
        <p>{text("requestDrawing")}</p>
      </figcaption>
    </figure>
  );
}
