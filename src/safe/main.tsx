import { showPage } from "../components/show-page.tsx";
import { Safe } from "./safe.tsx";

await showPage("safeTitle", () => <Safe now={Date.now()} />);
