import { showPage } from "../components/show-page.tsx";
import { Dashboard } from "./dashboard.tsx";

await showPage("historyTitle", <Dashboard now={Date.now()} />);
