import { useState, type MouseEvent, type ReactNode } from "react";
import { createPortal } from "react-dom";
import type { PersonView } from "../page.ts";
import { Photo, profilePath } from "./pieces.tsx";
import { useSurroundings } from "./surroundings.tsx";

interface Parts {
  readonly people: readonly PersonView[];
  /** Where the number leads while nobody is to be listed. */
  readonly href?: string;
  readonly children: ReactNode;
}

/** The number of reactions; a click on it opens the list of who reacted. What they reacted to stands nowhere in the list. */
export function ReactionCount({ people, href, children }: Parts): ReactNode {
  const { names } = useSurroundings();
  const [open, setOpen] = useState(false);
  const show = (event: MouseEvent): void => {
    if (people.length === 0) return;
    event.preventDefault();
    setOpen(true);
  };
  const list = (
    <dialog open data-testid="dialog" className={names("card dialog")}>
      <header>
        <button type="button" className={names("button")} onClick={() => setOpen(false)}>
          ×
        </button>
      </header>
      <div data-testid="dialog-content">
        <div data-sdui-screen="com.linkedin.sdui.flagshipnav.feed.ReactorsList">
          <div role="radiogroup">
            <button type="button">{`All ${people.length}`}</button>
          </div>
          <div data-testid="lazy-column" role="list">
            {people.map((person) => (
              <div key={person.memberId} role="listitem">
                <a tabIndex={0} className={names("row plain")} href={profilePath(person)}>
                  <Photo person={person} size="small" />
                  <div className={names("texts")}>
                    <p className={names("strong-text")}>{person.name}</p>
                    <p className={names("small")}>{person.headline}</p>
                  </div>
                </a>
              </div>
            ))}
          </div>
        </div>
      </div>
    </dialog>
  );
  return (
    <>
      {href === undefined ? (
        <button type="button" className={names("button tiny")} onClick={show}>
          {children}
        </button>
      ) : (
        <a tabIndex={0} className={names("plain")} href={href} onClick={show}>
          {children}
        </a>
      )}
      {open ? createPortal(list, document.body) : null}
    </>
  );
}
