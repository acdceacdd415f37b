import { useState, type ReactNode } from "react";
import { leavesTheList, type PersonRow } from "../page.ts";
import { degreeWords, filled } from "../words/words.ts";
import { Action, Mutual, NestedLink, partKey, Photo, profilePath } from "./pieces.tsx";
import { useHydrated, useSurroundings } from "./surroundings.tsx";
import { composePath, TieAction } from "./tie-action.tsx";

/** A row of the list of connections. */
export function ConnectionRow({
  row: { person, when },
  index,
}: {
  readonly row: PersonRow;
  readonly index: number;
}): ReactNode {
  const { names, words } = useSurroundings();
  const start = index - (index % 10);
  return (
    <div
      className={names("row person-row")}
      componentkey={`ConnectionCard_${start}-${person.slug}`}
    >
      <a
        tabIndex={0}
        className={names("plain")}
        href={profilePath(person)}
        componentkey={`ConnectionCardProfileImage_${start}-${person.slug}`}
      >
        <Photo person={person} />
      </a>
      <div className={names("block grow")}>
        <a tabIndex={0} className={names("plain")} href={profilePath(person)}>
          <div className={names("row-texts")}>
            <p className={names("strong-text")}>
              <NestedLink href={profilePath(person)}>{person.name}</NestedLink>
            </p>
            <p className={names("small")}>{person.headline}</p>
          </div>
        </a>
        <p className={names("small")}>{when}</p>
      </div>
      <div className={names("row")}>
        <Action
          href={composePath(person, "list")}
          id={`write${person.memberId}`}
          label={words.message}
        >
          {words.message}
        </Action>
        <Action id={`rowmore${person.memberId}`} label={words.more} expanded={false}>
          …
        </Action>
      </div>
    </div>
  );
}

/** A result of people search: the whole card is a link, and has links inside. */
export function SearchCard({
  row: { person, mutual, mutualMore },
}: {
  readonly row: PersonRow;
}): ReactNode {
  const { names, words } = useSurroundings();
  const inside = (
    <div className={names("search-inside")} componentkey={partKey(`card${person.slug}`)}>
      <div className={names("row")}>
        <Photo person={person} named={false} />
        <div className={names("block grow")}>
          <p className={names("strong-text")} componentkey={partKey(`cardname${person.slug}`)}>
            <NestedLink href={profilePath(person)}>{person.name}</NestedLink>
            <span className={names("gap")}>
              {" "}
              <span
                className={names("small")}
              >{`• ${person.relation === "self" ? words.you : degreeWords(person.degree, words)}`}</span>
            </span>
          </p>
          <div className={names("texts")}>
            <p className={names("small")}>{person.headline}</p>
          </div>
          <div className={names("texts")}>
            <p className={names("small")}>{person.location}</p>
          </div>
        </div>
        <div className={names("row")}>
          <div componentkey={`SearchResults${person.memberId}`}>
            <div className={names("contents")} data-display-contents="true">
              {useHydrated() ? <TieAction person={person} place="search" /> : null}
            </div>
          </div>
        </div>
      </div>
      <Mutual people={mutual} more={mutualMore} id={`search${person.slug}`} />
    </div>
  );
  return (
    <div className={names("contents")} data-display-contents="true">
      <a
        tabIndex={0}
        className={names("plain search-card")}
        href={profilePath(person)}
        componentkey={partKey(`result${person.slug}`)}
      >
        {inside}
      </a>
      <hr role="presentation" className={names("line")} />
    </div>
  );
}

/** A received or sent invitation. */
export function InvitationRow({
  row: { person, mutual, mutualMore, when },
  direction,
}: {
  readonly row: PersonRow;
  readonly direction: "received" | "sent";
}): ReactNode {
  const { names, words, act } = useSurroundings();
  const [done, setDone] = useState<"accept" | "ignore" | "withdraw">();
  const answer = async (what: "accept" | "ignore" | "withdraw"): Promise<void> => {
    await act({ what, slug: person.slug });
    setDone(what);
  };
  const { name } = person;
  if (done === "accept" && leavesTheList(person)) return null;
  return (
    <div
      className={names("row person-row")}
      componentkey={`urn:li:invitation:${person.memberNumber}${direction}`}
      data-view-name="pending-invitation"
    >
      <a
        tabIndex={0}
        className={names("plain")}
        href={profilePath(person)}
        componentkey={partKey(`invphoto${person.slug}`)}
      >
        <Photo person={person} />
      </a>
      <div className={names("block grow")}>
        <p className={names("text")}>
          <a className={names("link")} href={profilePath(person)}>
            {name}
          </a>
        </p>
        <p className={names("small")}>{person.headline}</p>
        <p className={names("small")}>{when}</p>
        {person.note ? <p className={names("small")}>{person.note}</p> : null}
        <Mutual people={mutual} more={mutualMore} id={`inv${person.slug}`} />
      </div>
      <div className={names("row")} data-view-name="invitation-action">
        {done === "accept" ? (
          <TieAction person={{ ...person, relation: "connected" }} place="list" />
        ) : done ? null : direction === "sent" ? (
          <Action
            id={`withdraw${person.slug}`}
            label={`${words.withdraw} ${name}`}
            onClick={() => void answer("withdraw")}
          >
            {words.withdraw}
          </Action>
        ) : (
          <>
            <Action
              id={`ignore${person.slug}`}
              label={filled(words.ignoreOf, { name })}
              onClick={() => void answer("ignore")}
            >
              {words.ignore}
            </Action>
            <Action
              id={`accept${person.slug}`}
              label={filled(words.acceptOf, { name })}
              onClick={() => void answer("accept")}
            >
              {words.accept}
            </Action>
          </>
        )}
      </div>
    </div>
  );
}
