import { useCallback, type ReactNode } from "react";
import { askPage } from "../asking.ts";
import type { PeoplePage, PersonRow } from "../page.ts";
import { LazyColumn } from "./lazy-column.tsx";
import { ConnectionRow, InvitationRow, SearchCard } from "./people-rows.tsx";
import { Skeleton } from "./pieces.tsx";
import type { ScreenParts } from "./profile.tsx";
import { useSurroundings } from "./surroundings.tsx";

function Paging({ page }: { readonly page: PeoplePage }): ReactNode {
  const { names } = useSurroundings();
  if (!page.pages) return null;
  const { page: here, last } = page.pages;
  const to = (number: number): string => {
    const url = new URL(page.path, "https://www.linkedin.com");
    url.searchParams.set("page", String(number));
    return `${url.pathname}${url.search}`;
  };
  const numbers = [here - 1, here, here + 1].filter((number) => number >= 1 && number <= last);
  return (
    <nav className={names("row paging")} data-testid="pagination-controls">
      {numbers.map((number) => (
        <a
          key={number}
          className={names("button")}
          data-testid={`pagination-indicator-${number}`}
          href={to(number)}
          aria-current={number === here ? "page" : undefined}
        >
          {number}
        </a>
      ))}
    </nav>
  );
}

function rowOf(surface: PeoplePage["surface"], row: PersonRow, index: number): ReactNode {
  if (surface === "connections") return <ConnectionRow row={row} index={index} />;
  if (surface === "received" || surface === "grow")
    return <InvitationRow key={row.person.slug} row={row} direction="received" />;
  if (surface === "sent") return <InvitationRow key={row.person.slug} row={row} direction="sent" />;
  return <SearchCard row={row} />;
}

const ROW_HEIGHTS: Readonly<Partial<Record<PeoplePage["surface"], number>>> = {
  connections: 92,
  followers: 150,
  following: 150,
};

/** Names the site gives to its lists. */
const LIST_KEYS: Readonly<Partial<Record<PeoplePage["surface"], string>>> = {
  connections: "ConnectionsPage_ConnectionsList",
  grow: "MyNetwork_InvitationsPreview",
};

/** A page that is a list of people. */
export function PeopleScreen({ heading, body, bodyKey }: ScreenParts<PeoplePage>): ReactNode {
  const { names, settings } = useSurroundings();
  const path = body?.path;
  const more = useCallback(
    async (start: number): Promise<readonly PersonRow[]> => {
      const separator = path?.includes("?") ? "&" : "?";
      const answer = await askPage(`${path ?? "/"}${separator}start=${start}`, settings);
      return answer && "rows" in answer ? answer.rows : [];
    },
    [path, settings],
  );
  const height = body && ROW_HEIGHTS[body.surface];
  return (
    <div className={names("column")}>
      <section className={names("card")} componentkey={body && LIST_KEYS[body.surface]}>
        {heading ? <h1 className={names("title")}>{heading.heading}</h1> : <Skeleton lines={1} />}
        {!body ? (
          <Skeleton lines={10} />
        ) : height === undefined ? (
          <div role="list" className={names("list")}>
            {body.rows.map((row, index) => (
              <div
                key={body.surface === "search" ? index : row.person.slug}
                role="listitem"
                className={names("list-row")}
              >
                {rowOf(body.surface, row, index)}
              </div>
            ))}
          </div>
        ) : (
          <LazyColumn
            key={`${body.surface}${bodyKey}`}
            first={body.rows}
            total={body.total}
            rowHeight={height}
            more={more}
            row={(row, index) => (row ? rowOf(body.surface, row, index) : <Skeleton lines={2} />)}
          />
        )}
        {body ? <Paging page={body} /> : null}
      </section>
    </div>
  );
}
