import { showPage } from "../components/show-page.tsx";
import { Dashboard } from "./dashboard.tsx";

await showPage("extensionName", () => <Dashboard now={Date.now()} />);
