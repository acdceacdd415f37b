import { useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import type { PersonView } from "../page.ts";
import { partKey, Photo, profilePath } from "./pieces.tsx";
import { useSurroundings } from "./surroundings.tsx";
import { TieAction } from "./tie-action.tsx";

/** How long the pointer must rest before the card opens. */
const REST_MS = 350;

/** Opens a card about a person at the end of the page while the pointer rests on the children. */
export function HoverCard({
  person,
  children,
}: {
  readonly person: PersonView;
  readonly children: ReactNode;
}): ReactNode {
  const { names } = useSurroundings();
  const [place, setPlace] = useState<{ left: number; top: number }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const trigger = useRef<HTMLDivElement>(null);
  const open = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const box = trigger.current?.getBoundingClientRect();
      if (box) setPlace({ left: Math.max(8, box.left), top: box.bottom + 6 });
    }, REST_MS);
  };
  const close = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setPlace(undefined), 200);
  };
  return (
    <div
      ref={trigger}
      className={names("trigger")}
      aria-expanded={place !== undefined}
      aria-haspopup="dialog"
      onMouseEnter={open}
      onMouseLeave={close}
    >
      {children}
      {place
        ? createPortal(
            <div data-floating-ui-portal="">
              <div
                role="dialog"
                className={names("card hover-card")}
                style={{ position: "fixed", left: place.left, top: place.top }}
                onMouseEnter={() => clearTimeout(timer.current)}
                onMouseLeave={close}
              >
                <div className={names("row")}>
                  <a
                    tabIndex={0}
                    href={profilePath(person)}
                    componentkey={partKey(`hoverphoto${person.slug}`)}
                  >
                    <Photo person={person} />
                  </a>
                  <a
                    tabIndex={0}
                    className={names("plain")}
                    href={profilePath(person)}
                    componentkey={partKey(`hover${person.slug}`)}
                  >
                    <p className={names("strong-text")}>{person.name}</p>
                    <p className={names("small")}>{person.headline}</p>
                  </a>
                </div>
                <TieAction person={person} place="list" />
              </div>
            </div>,
            document.body,
          )
        : null}
    </div>
  );
}
