import type { ReactNode } from "react";
import type { NotificationsPage } from "../page.ts";
import { NestedLink, partKey, Photo, profilePath, Skeleton } from "./pieces.tsx";
import { useSurroundings } from "./surroundings.tsx";

/** What others did with the viewer's posts. */
export function NotificationsScreen({
  page,
}: {
  readonly page: NotificationsPage | undefined;
}): ReactNode {
  const { names } = useSurroundings();
  if (!page) return <Skeleton lines={10} />;
  return (
    <div className={names("column")}>
      <section className={names("card")}>
        <div role="list">
          {page.notices.map(({ person, what, post, age }, index) => (
            <div
              key={index}
              role="listitem"
              className={names("row person-row")}
              componentkey={partKey(`notice${index}`)}
            >
              <a tabIndex={0} href={profilePath(person)}>
                <Photo person={person} size="small" />
              </a>
              <a
                tabIndex={0}
                className={names("plain grow")}
                href={
                  post === undefined ? profilePath(person) : `/feed/update/urn:li:activity:${post}/`
                }
              >
                <p className={names("text")}>
                  <NestedLink href={profilePath(person)}>
                    <strong>{person.name}</strong>
                  </NestedLink>{" "}
                  {what}
                </p>
              </a>
              <p className={names("small")}>{age}</p>
            </div>
          ))}
        </div>
      </section>
    </div>
  );
}
