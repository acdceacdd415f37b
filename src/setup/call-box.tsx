import { text } from "../words/text.ts";
import { useFocusWhenGone } from "./use-focus-when-gone.ts";
import { CallQuestion } from "./call-question.tsx";

/** The last of the first steps alone, for a window in which the week has the room. */
export function CallBox() {
  const whole = useFocusWhenGone<HTMLElement>();
  return (
    <section class="setup" aria-labelledby="call-heading" ref={whole}>
      <h2 id="call-heading">{text("setupCall")}</h2>
      <CallQuestion isShort />
    </section>
  );
}
