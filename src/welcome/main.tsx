import { showPage } from "../components/show-page.tsx";
import { Welcome } from "./welcome.tsx";

await showPage("welcomeTitle", () => <Welcome now={Date.now()} />);
