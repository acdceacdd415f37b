import { useRef, useState, type ReactNode } from "react";
import type { CommentView, PostView } from "../page.ts";
import { degreeWords } from "../words/words.ts";
import { Action, partKey, Photo, profilePath } from "./pieces.tsx";
import { ReactionButtons } from "./reactions.tsx";
import { ReactionCount } from "./reactors.tsx";
import { useSurroundings } from "./surroundings.tsx";

/** A field that takes a text and hands it over. */
function Editor({
  label,
  submit,
}: {
  readonly label: string;
  readonly submit: (text: string) => void;
}): ReactNode {
  const { names, words } = useSurroundings();
  const field = useRef<HTMLDivElement>(null);
  const [filledIn, setFilledIn] = useState(false);
  return (
    <form
      className={names("row editor")}
      onSubmit={(event) => {
        event.preventDefault();
        const text = field.current?.textContent?.trim() ?? "";
        if (text === "" || !field.current) return;
        field.current.textContent = "";
        setFilledIn(false);
        submit(text);
      }}
    >
      <div
        ref={field}
        className={names("field")}
        role="textbox"
        contentEditable
        suppressContentEditableWarning
        aria-label={label}
        aria-multiline="true"
        onInput={() => setFilledIn((field.current?.textContent ?? "") !== "")}
      />
      {filledIn ? (
        <button className={names("button")} type="submit">
          {words.comment}
        </button>
      ) : null}
    </form>
  );
}

function Comment({
  post,
  comment,
  answer,
}: {
  readonly post: PostView;
  readonly comment: CommentView;
  readonly answer?: () => void;
}): ReactNode {
  const { names, words } = useSurroundings();
  const { author, id } = comment;
  const degree = author.relation === "self" ? words.you : degreeWords(author.degree, words);
  const key = `replaceableComment_urn:li:comment:(urn:li:activity:${post.id},${id})`;
  return (
    <div componentkey={key}>
      <div className={names("comment")} componentkey={key}>
        <div className={names("row")}>
          <a
            tabIndex={0}
            className={names("plain")}
            href={profilePath(author)}
            componentkey={partKey(`cphoto${id}`)}
          >
            <Photo person={author} size="small" />
          </a>
          <div className={names("block grow")}>
            <a
              tabIndex={0}
              className={names("plain")}
              href={profilePath(author)}
              componentkey={partKey(`cname${id}`)}
            >
              <div className={names("row")}>
                <p className={names("strong-text")}>
                  <span className={names("away")}>{`${author.name} ${degree}`}</span>
                  <span aria-hidden="true">
                    {author.name}
                    <span> </span>
                    <span className={names("small")}>{`• ${degree}`}</span>
                  </span>
                </p>
              </div>
              <p className={names("small")}>{author.headline}</p>
            </a>
          </div>
          <p className={names("small")}>{comment.age}</p>
        </div>
        <p className={names("text")}>
          <span data-testid="expandable-text-box">{comment.text}</span>
        </p>
        <div className={names("row")}>
          <ReactionButtons post={post.id} comment={id} reaction={comment.reaction} />
          {answer ? (
            <Action id={`reply${id}`} onClick={answer}>
              {words.reply}
            </Action>
          ) : null}
          {comment.reactors.length > 0 ? (
            <ReactionCount people={comment.reactors}>
              <span className={names("away")}>{`${comment.reactors.length} reactions`}</span>
              <span aria-hidden="true">{comment.reactors.length}</span>
            </ReactionCount>
          ) : null}
        </div>
      </div>
    </div>
  );
}

interface Parts {
  readonly post: PostView;
  readonly added: readonly CommentView[];
  readonly add: (comment: CommentView) => void;
}

/** The comments under a post, and the field for one more. */
export function Comments({ post, added, add }: Parts): ReactNode {
  const { names, words, act } = useSurroundings();
  const [answering, setAnswering] = useState<string>();
  const [answers, setAnswers] = useState<readonly { parent: string; comment: CommentView }[]>([]);
  const write = async (text: string, parent?: string): Promise<void> => {
    const outcome = await act({
      what: "comment",
      post: post.id,
      text,
      ...(parent === undefined ? {} : { parent }),
    });
    if (outcome?.what !== "comment") return;
    if (parent === undefined) add(outcome.comment);
    else setAnswers([...answers, { parent, comment: outcome.comment }]);
    setAnswering(undefined);
  };
  return (
    <div className={names("comments")} componentkey={partKey(`comments${post.id}`)}>
      <Editor label={words.writeComment} submit={(text) => void write(text)} />
      {[...post.shown, ...added].map((comment) => (
        <div key={comment.id} className={names("block")}>
          <Comment post={post} comment={comment} answer={() => setAnswering(comment.id)} />
          <div className={names("replies")}>
            {[
              ...comment.replies,
              ...answers.filter(({ parent }) => parent === comment.id).map((one) => one.comment),
            ].map((reply) => (
              <Comment key={reply.id} post={post} comment={reply} />
            ))}
            {answering === comment.id ? (
              <Editor label={words.writeComment} submit={(text) => void write(text, comment.id)} />
            ) : null}
          </div>
        </div>
      ))}
    </div>
  );
}
