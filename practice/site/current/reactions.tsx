import { useRef, useState, type ReactNode } from "react";
import { REACTIONS, type Reaction } from "../page.ts";
import { filled } from "../words/words.ts";
import { partKey } from "./pieces.tsx";
import { useSurroundings } from "./surroundings.tsx";

interface Parts {
  readonly post: string;
  readonly comment?: string;
  readonly reaction: Reaction | undefined;
}

/** The button that shows the viewer's reaction, and the menu with the others. */
export function ReactionButtons({ post, comment, reaction: first }: Parts): ReactNode {
  const { names, words, act } = useSurroundings();
  const [reaction, setReaction] = useState(first);
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const choose = async (chosen: Reaction | undefined): Promise<void> => {
    setOpen(false);
    setReaction(chosen);
    await act({
      what: "react",
      post,
      reaction: chosen,
      ...(comment === undefined ? {} : { comment }),
    });
  };
  const state = reaction ?? words.noReaction;
  return (
    <div className={names("row reactions")} onMouseLeave={() => clearTimeout(timer.current)}>
      <div className={names("block")}>
        <button
          className={names(reaction ? "button chosen" : "button")}
          type="button"
          componentkey={partKey(`react${comment ?? post}`)}
          aria-label={filled(words.reactionState, { state })}
          onClick={() => void choose(reaction ? undefined : "Like")}
          onMouseEnter={() => {
            timer.current = setTimeout(() => setOpen(true), 900);
          }}
        >
          <span className={names("button-inside")}>
            <span className={names("button-text")}>{reaction ?? words.like}</span>
          </span>
        </button>
      </div>
      <button
        className={names("button tiny")}
        type="button"
        aria-label={words.openReactions}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={names("button-inside")}>▾</span>
      </button>
      {open
        ? REACTIONS.map((one) => (
            <button
              key={one}
              className={names("button tiny")}
              type="button"
              aria-label={one}
              onClick={() => void choose(one)}
            >
              {one}
            </button>
          ))
        : null}
    </div>
  );
}
