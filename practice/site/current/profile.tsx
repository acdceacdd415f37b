import { useEffect, useState, type ReactNode } from "react";
import type { PersonView, ProfilePage } from "../page.ts";
import { degreeWords } from "../words/words.ts";
import { HoverCard } from "./hover-card.tsx";
import { Action, Mutual, partKey, Photo, profilePath, Skeleton } from "./pieces.tsx";
import { PostBlock } from "./post.tsx";
import { useSurroundings } from "./surroundings.tsx";
import { TieAction } from "./tie-action.tsx";

function StickyBar({ person }: { readonly person: PersonView }): ReactNode {
  const { names } = useSurroundings();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const listen = (): void => setShown(window.scrollY > 260);
    window.addEventListener("scroll", listen, { passive: true });
    return () => window.removeEventListener("scroll", listen);
  }, []);
  return (
    <div role="toolbar" className={names(shown ? "sticky shown" : "sticky")}>
      <div className={names("row")}>
        <Photo person={person} named={false} size="small" />
        <a tabIndex={0} className={names("plain")} href={profilePath(person)}>
          <p className={names("strong-text")}>{person.name}</p>
          <p className={names("small")}>{person.headline}</p>
        </a>
        <TieAction person={person} place="profile" />
      </div>
    </div>
  );
}

/** Name and degree. The degree for somebody connected is always there, hidden where it does not hold. */
function Heading({ person }: { readonly person: PersonView }): ReactNode {
  const { names, words, accepted } = useSurroundings();
  const degree = accepted.has(person.slug) ? 1 : person.degree;
  return (
    <div className={names("row name-row")}>
      <HoverCard person={person}>
        <div className={names("contents")} data-display-contents="true">
          <a
            tabIndex={0}
            className={names("plain")}
            href={profilePath(person)}
            componentkey={partKey(`name${person.slug}`)}
          >
            <div className={names("block")} componentkey={partKey(`inner${person.slug}`)}>
              <div className={names("row")}>
                <h2 className={names("name")}>{person.name}</h2>
              </div>
            </div>
          </a>
        </div>
      </HoverCard>
      {person.verified ? (
        <div
          className={names("row")}
          componentkey={`ProfileVerificationTriggerRef-${person.slug}`}
        />
      ) : null}
      {person.relation === "self" ? null : (
        <>
          <p
            className={names(degree === 1 ? "degree" : "degree gone")}
          >{`· ${degreeWords(1, words)}`}</p>
          {degree === 1 ? null : (
            <div className={names("contents")} data-display-contents="true">
              <p className={names("degree")}>{`· ${degreeWords(degree, words)}`}</p>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Details({
  page: { person, mutual, mutualMore },
}: {
  readonly page: ProfilePage;
}): ReactNode {
  const { names, words } = useSurroundings();
  const path = profilePath(person);
  const connectionsOf = `/search/results/people/?origin=MEMBER_PROFILE_CANNED_SEARCH&connectionOf=[%22${person.memberId}%22]&network=["F","S"]`;
  return (
    <div className={names("details")}>
      <p className={names("headline")}>{person.headline}</p>
      <p className={names("text")}>{person.company}</p>
      <div role="button" tabIndex={0} className={names("plain")}>
        <figure className={names("figure")} aria-hidden="true">
          <img className={names("logo")} alt="" data-loaded="true" />
        </figure>
        <p className={names("small")}>{person.company}</p>
      </div>
      <div className={names("row")}>
        <p className={names("small")}>{person.location}</p>
        <p className={names("small")}>·</p>
        <p className={names("small")}>
          <a className={names("link")} href={`${path}overlay/contact-info/`}>
            {words.contact}
          </a>
        </p>
      </div>
      <a
        tabIndex={0}
        className={names("plain")}
        href={connectionsOf}
        componentkey={partKey(`count${person.slug}`)}
      >
        <p
          className={names("small")}
        >{`${200 + (person.memberNumber % 300)}+ ${words.connections}`}</p>
      </a>
      <Mutual people={mutual} more={mutualMore} id={person.slug} />
      <div className={names("contents")} data-display-contents="true">
        <div className={names("row actions")}>
          {person.relation === "self" ? (
            <a className={names("button")} href={`${path}edit/intro/`} aria-label="Edit intro">
              Edit
            </a>
          ) : person.relation === "received" ? (
            <Incoming person={person} />
          ) : (
            <>
              <TieAction person={person} place="profile" />
              <Action id={`more${person.slug}`} expanded={false}>
                {words.more}
              </Action>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** An invitation that waits: two buttons with labels, then one with only a state. */
function Incoming({ person }: { readonly person: PersonView }): ReactNode {
  const { words, act } = useSurroundings();
  const [done, setDone] = useState<"accept" | "ignore">();
  if (done)
    return (
      <TieAction
        person={{ ...person, relation: done === "accept" ? "connected" : "none" }}
        place="profile"
      />
    );
  const answer = (what: "accept" | "ignore") => async (): Promise<void> => {
    await act({ what, slug: person.slug });
    setDone(what);
  };
  return (
    <>
      <Action
        id={`accept${person.slug}`}
        label={words.acceptOf.replace("{name}", person.name)}
        onClick={() => void answer("accept")()}
      >
        {words.accept}
      </Action>
      <Action
        id={`ignore${person.slug}`}
        label={words.ignoreOf.replace("{name}", person.name)}
        onClick={() => void answer("ignore")()}
      >
        {words.ignore}
      </Action>
      <Action id={`more${person.slug}`} expanded={false}>
        {words.more}
      </Action>
    </>
  );
}

function Rail({ people }: { readonly people: readonly PersonView[] }): ReactNode {
  const { names, words } = useSurroundings();
  return (
    <aside className={names("card rail")}>
      <h2 className={names("title")}>{words.moreProfiles}</h2>
      {people.map((person) => (
        <div key={person.memberId} className={names("row rail-row")}>
          <a
            tabIndex={0}
            href={profilePath(person)}
            componentkey={partKey(`railphoto${person.slug}`)}
          >
            <Photo person={person} size="small" />
          </a>
          <a
            tabIndex={0}
            className={names("plain")}
            href={profilePath(person)}
            componentkey={partKey(`rail${person.slug}`)}
          >
            <p className={names("strong-text")}>{person.name}</p>
            <p className={names("small")}>{person.headline}</p>
          </a>
          <TieAction person={person} place="list" />
        </div>
      ))}
    </aside>
  );
}

export interface ScreenParts<T> {
  readonly heading: T | undefined;
  readonly body: T | undefined;
  readonly headingKey: number;
  readonly bodyKey: number;
}

/** A profile. Its name and the rest arrive at different moments. */
export function ProfileScreen({
  heading,
  body,
  headingKey,
  bodyKey,
}: ScreenParts<ProfilePage>): ReactNode {
  const { names, words } = useSurroundings();
  const subject = heading?.person ?? body?.person;
  const card = `com.linkedin.sdui.profile.card.ref${subject?.memberId ?? ""}Topcard`;
  return (
    <div className={names("columns")}>
      <div className={names("column")}>
        {heading ? <StickyBar key={`bar${headingKey}`} person={heading.person} /> : null}
        <div componentkey={card}>
          <section className={names("card top")} componentkey={card}>
            <div className={names("cover")} />
            {heading ? (
              <div key={`top${headingKey}`} className={names("heading")}>
                <a
                  tabIndex={0}
                  className={names("portrait")}
                  href={profilePath(heading.person)}
                  componentkey={partKey(`portrait${heading.person.slug}`)}
                >
                  <div className={names("block")} aria-label="Profile photo">
                    <Photo person={heading.person} named={false} size="large" />
                  </div>
                </a>
                <Heading person={heading.person} />
              </div>
            ) : (
              <Skeleton lines={2} />
            )}
            {body ? <Details key={`rest${bodyKey}`} page={body} /> : <Skeleton lines={4} />}
          </section>
        </div>
        {body ? (
          <>
            <section
              className={names("card")}
              componentkey={`com.linkedin.sdui.profile.card.ref${body.person.slug}Experience`}
            >
              <h2 className={names("title")}>{words.experience}</h2>
              {body.jobs.map(({ company, title, span }) => (
                <div key={span} className={names("job")}>
                  <p className={names("strong-text")}>{title}</p>
                  <p className={names("text")}>{company}</p>
                  <p className={names("small")}>{span}</p>
                </div>
              ))}
            </section>
            <section
              className={names("card")}
              componentkey={`com.linkedin.sdui.profile.card.ref${body.person.slug}Activity`}
            >
              <h2 className={names("title")}>{words.activity}</h2>
              {body.posts.map((post) => (
                <PostBlock key={post.id} post={post} place="activity" />
              ))}
            </section>
          </>
        ) : null}
      </div>
      {body ? <Rail people={body.rail} /> : null}
    </div>
  );
}
