/** What a script on the site with Preact costs at least. */
import { render } from "preact";

render(null, document.createDocumentFragment());
