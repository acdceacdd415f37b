/**
 * The script of the page that shows every piece of the interface, `/practice/pieces`.
 */
import "./no-browser.ts";
import { render } from "preact";
import "../../src/popup/popup.css";
import "./pieces.css";
import { speakAtOnce } from "../../src/words/speak-at-once.ts";
import { Pieces } from "./pieces.tsx";

speakAtOnce("en", "en");
render(<Pieces now={Date.now()} />, document.body);
