// @vitest-environment jsdom
import { useState } from "preact/hooks";
import { expect, test } from "vitest";
import { useStepFocus } from "../../../src/components/acts/use-step-focus.ts";
import { drawn, found, settled } from "../drawn.ts";

function Asking() {
  const [isAsked, setIsAsked] = useState(false);
  const [question, begin] = useStepFocus<HTMLParagraphElement, HTMLButtonElement>(isAsked);
  return isAsked ? (
    <>
      <p tabIndex={-1} ref={question}>
        Sure?
      </p>
      <button type="button" name="no" onClick={() => setIsAsked(false)} />
    </>
  ) : (
    <button type="button" name="begin" ref={begin} onClick={() => setIsAsked(true)} />
  );
}

test("the focus goes to a question when it appears, and back to the button when it is gone", async () => {
  const place = drawn(<Asking />);
  await settled();
  expect(document.activeElement).toBe(document.body);
  found(place, "[name=begin]").click();
  await settled();
  expect(document.activeElement?.textContent).toBe("Sure?");
  found(place, "[name=no]").click();
  await settled();
  expect(document.activeElement).toBe(found(place, "[name=begin]"));
});
