import { showPage } from "../components/show-page.tsx";
import { Dashboard } from "./dashboard.tsx";

showPage("historyTitle", <Dashboard now={Date.now()} />);
