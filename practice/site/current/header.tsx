import type { ReactNode } from "react";
import { useSurroundings } from "./surroundings.tsx";

/** The bar on top of every page. */
export function Header({ search }: { readonly search: (keywords: string) => void }): ReactNode {
  const { names, words } = useSurroundings();
  const links: readonly (readonly [string, string])[] = [
    ["/feed/", words.home],
    ["/mynetwork/grow/", words.network],
    ["/mynetwork/invite-connect/connections/", words.connections],
    ["/messaging/", words.messaging],
    ["/notifications/", words.notifications],
    ["/m/logout/", words.signOut],
  ];
  return (
    <header className={names("header")}>
      <div className={names("contents")} data-display-contents="true">
        <div className={names("row primary")} data-testid="primary-nav">
          <form
            className={names("search")}
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              const keywords = new FormData(event.currentTarget).get("keywords");
              if (typeof keywords === "string") search(keywords);
            }}
          >
            <input
              className={names("search-field")}
              name="keywords"
              type="search"
              aria-label="Search"
              placeholder="Search people"
            />
          </form>
          <nav className={names("row")}>
            {links.map(([path, text]) => (
              <a key={path} className={names("nav-link")} href={path}>
                {text}
              </a>
            ))}
          </nav>
        </div>
      </div>
    </header>
  );
}
