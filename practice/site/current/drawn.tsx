import { renderToString } from "react-dom/server";
import type { Page } from "../page.ts";
import { App } from "./app.tsx";

/** The markup of a page of the current layout, as the server sends it. */
export function drawn(page: Page): string {
  const { path, surface } = page;
  const shown = { path, surface, heading: page, body: page, headingKey: 0, bodyKey: 0 };
  return renderToString(
    <App
      page={page}
      shown={shown}
      act={async () => undefined}
      search={() => undefined}
      inviting={undefined}
      stopInviting={() => undefined}
      framed={false}
    />,
  );
}
