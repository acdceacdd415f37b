import { showPage } from "../components/show-page.tsx";
import { Dashboard } from "./dashboard.tsx";

showPage("extensionName", <Dashboard now={Date.now()} />);
