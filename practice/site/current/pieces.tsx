import type { ReactNode } from "react";
import { scatter } from "../../network/random.ts";
import type { PersonView } from "../page.ts";
import { filled } from "../words/words.ts";
import { useHydrated, useSurroundings } from "./surroundings.tsx";

/** The address of a profile. */
export function profilePath(person: PersonView): string {
  return `/in/${encodeURIComponent(person.slug)}/`;
}

/** A key as the site gives to its parts: a UUID, the same for the same text. */
export function partKey(text: string): string {
  const hex = [1, 2, 3, 4]
    .map((salt) => scatter(text, salt).toString(16).padStart(8, "0"))
    .join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A link inside another link. HTML has no such thing, so it can only be made by script, after hydration. */
export function NestedLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}): ReactNode {
  const { names } = useSurroundings();
  return useHydrated() ? (
    <a className={names("link inner")} href={href}>
      {children}
    </a>
  ) : (
    children
  );
}

/** A person's picture, where there is one. */
export function Photo({
  person,
  named = true,
  size = "middle",
}: {
  readonly person: PersonView;
  readonly named?: boolean;
  readonly size?: "small" | "middle" | "large";
}): ReactNode {
  const { names, words } = useSurroundings();
  return (
    <figure className={names(`photo ${size}`)} aria-hidden={named ? undefined : true}>
      {person.photo ? (
        <img
          className={names("picture")}
          src={person.photo}
          alt={named ? filled(words.profileOf, { name: person.name }) : ""}
          data-loaded="true"
        />
      ) : null}
    </figure>
  );
}

/** Lines that hold the place of what is still to come. */
export function Skeleton({ lines }: { readonly lines: number }): ReactNode {
  const { names } = useSurroundings();
  return (
    <div className={names("skeleton")} aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={names("bone")} />
      ))}
    </div>
  );
}

/** The line about common connections: their names are links in bold type. */
export function Mutual({
  people,
  more,
  id,
}: {
  readonly people: readonly PersonView[];
  readonly more: number;
  readonly id: string;
}): ReactNode {
  const { names, words } = useSurroundings();
  if (people.length === 0) return null;
  return (
    <div className={names("mutual")} componentkey={partKey(`${id}mutual`)}>
      <ul className={names("faces")} role="presentation">
        {people.map((person) => (
          <li key={person.memberId} className={names("face")}>
            <Photo person={person} named={false} size="small" />
          </li>
        ))}
      </ul>
      <div className={names("texts")}>
        <p className={names("small")} componentkey={partKey(`${id}names`)}>
          {people.map((person, index) => (
            <span key={person.memberId} className={names("gap")}>
              {index > 0 ? ", " : ""}
              <NestedLink href={profilePath(person)}>
                <strong>{person.name}</strong>
              </NestedLink>
            </span>
          ))}
          {more > 0 ? (
            <span className={names("gap")}> {filled(words.others, { n: more })}</span>
          ) : null}
        </p>
      </div>
    </div>
  );
}

/** A button that looks like one, as a link or a button. */
export function Action({
  children,
  ...rest
}: {
  readonly children: ReactNode;
  readonly href?: string;
  readonly label?: string | undefined;
  readonly id: string;
  readonly onClick?: () => void;
  readonly expanded?: boolean;
}): ReactNode {
  const { names } = useSurroundings();
  const { href, label, id, onClick, expanded } = rest;
  const inside = (
    <span className={names("button-inside")}>
      <span className={names("button-text")}>{children}</span>
    </span>
  );
  return href === undefined ? (
    <button
      className={names("button")}
      type="button"
      componentkey={partKey(id)}
      aria-label={label}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {inside}
    </button>
  ) : (
    <a
      className={names("button")}
      aria-disabled="false"
      href={href}
      componentkey={partKey(id)}
      aria-label={label}
    >
      {inside}
    </a>
  );
}
