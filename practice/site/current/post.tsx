import { useState, type ReactNode } from "react";
import type { CommentView, PersonView, PostView } from "../page.ts";
import { postKey } from "../post-key.ts";
import { commentsWords, degreeWords, filled } from "../words/words.ts";
import { Comments } from "./comments.tsx";
import { HoverCard } from "./hover-card.tsx";
import { Action, partKey, Photo, profilePath } from "./pieces.tsx";
import { ReactionButtons } from "./reactions.tsx";
import { ReactionCount } from "./reactors.tsx";
import { useSurroundings } from "./surroundings.tsx";

function postPath({ id }: PostView): string {
  return `/feed/update/urn:li:activity:${id}/`;
}

function SocialProof({ post }: { readonly post: PostView }): ReactNode {
  const { names, words } = useSurroundings();
  const { social } = post;
  const [first] = social?.people ?? [];
  if (!social || !first)
    return post.promoted ? <p className={names("small")}>{words.promoted}</p> : null;
  return (
    <>
      <div className={names("row social")} componentkey={partKey(`social${post.id}`)}>
        <a
          tabIndex={0}
          className={names("plain")}
          href={profilePath(first)}
          componentkey={partKey(`socialphoto${post.id}`)}
        >
          <Photo person={first} size="small" />
        </a>
        <p className={names("small")} componentkey={partKey(`socialtext${post.id}`)}>
          <a className={names("link")} href={profilePath(first)}>
            <strong>{first.name}</strong>
          </a>
          <span className={names("gap")}> </span>
          {social.more > 0 ? `+${social.more} ` : ""}
          {words[social.what]}
        </p>
      </div>
      <hr role="presentation" className={names("line")} />
    </>
  );
}

function Author({
  post,
  author,
}: {
  readonly post: PostView;
  readonly author: PersonView;
}): ReactNode {
  const { names, words } = useSurroundings();
  const degree = author.relation === "self" ? words.you : degreeWords(author.degree, words);
  return (
    <div className={names("row actor")}>
      <a
        tabIndex={0}
        className={names("plain")}
        href={profilePath(author)}
        componentkey={partKey(`photo${post.id}`)}
      >
        <Photo person={author} />
      </a>
      <div className={names("block grow")}>
        <div className={names("row")}>
          <HoverCard person={author}>
            <a
              tabIndex={0}
              className={names("plain")}
              href={profilePath(author)}
              componentkey={partKey(`actor${post.id}`)}
            >
              <div className={names("block")} componentkey={partKey(`actorin${post.id}`)}>
                <div
                  className={names("row")}
                  aria-label={`${author.name} ${author.verified ? "Verified Profile " : ""}${degree}`}
                >
                  <div className={names("texts")}>
                    <p className={names("strong-text")}>{author.name}</p>
                  </div>
                  <div className={names("texts")}>
                    <p className={names("small")}>
                      <span className={names("gap")}> </span>
                      {`• ${degree}`}
                    </p>
                  </div>
                </div>
              </div>
            </a>
          </HoverCard>
        </div>
        <div className={names("texts")}>
          <p className={names("small")}>{author.headline}</p>
        </div>
        <div className={names("texts")}>
          <p className={names("small")} componentkey={partKey(`age${post.id}`)}>
            {`${post.age} • ${post.edited ? `${words.edited} • ` : ""}`}
          </p>
        </div>
        <a
          tabIndex={0}
          className={names("click-area")}
          href={profilePath(author)}
          componentkey={partKey(`area${post.id}`)}
        >
          <div className={names("block")} componentkey={partKey(`areain${post.id}`)} />
        </a>
      </div>
    </div>
  );
}

function CompanyAuthor({
  post: { company, age, promoted },
}: {
  readonly post: PostView;
}): ReactNode {
  const { names, words } = useSurroundings();
  const path = `/company/${encodeURIComponent(company.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-"))}/posts/`;
  return (
    <div className={names("row actor")}>
      <a tabIndex={0} className={names("plain")} href={path}>
        <p className={names("strong-text")}>{company}</p>
        <p className={names("small")}>{promoted ? words.promoted : age}</p>
      </a>
    </div>
  );
}

export interface PostBlockParts {
  readonly post: PostView;
  readonly place: "feed" | "activity" | "detail" | "inner";
}

/** A post with everything under it. */
export function PostBlock({ post, place }: PostBlockParts): ReactNode {
  const { names, words } = useSurroundings();
  const [open, setOpen] = useState(place === "detail" || post.shown.length > 0);
  const [added, setAdded] = useState<readonly CommentView[]>([]);
  const whom = post.author?.name ?? post.company;
  const count = post.comments + added.length;
  return (
    <div
      className={names(place === "inner" ? "post inner-post" : "post")}
      componentkey={partKey(`post${post.id}`)}
    >
      {place === "inner" ? null : (
        <h2 className={names("away")}>
          <span>{words.feedPost}</span>
        </h2>
      )}
      {place === "inner" ? null : (
        <button
          className={names("button tiny menu")}
          type="button"
          componentkey={partKey(`menu${post.id}`)}
          aria-label={filled(words.postMenu, { name: whom })}
          aria-expanded={false}
        >
          <span className={names("button-inside")}>…</span>
        </button>
      )}
      <SocialProof post={post} />
      {post.author ? <Author post={post} author={post.author} /> : <CompanyAuthor post={post} />}
      <p className={names("text post-text")} componentkey={partKey(`text${post.id}`)}>
        <span tabIndex={-1} data-testid="expandable-text-box">
          {post.text}
          {post.mention ? (
            <>
              {" "}
              <a className={names("link")} href={profilePath(post.mention)} tabIndex={-1}>
                <span>
                  <strong>{post.mention.name}</strong>
                </span>
              </a>
            </>
          ) : null}
        </span>
      </p>
      {post.reshared ? <PostBlock post={post.reshared} place="inner" /> : null}
      {place === "inner" ? null : (
        <>
          <div className={names("row counts")}>
            <ReactionCount people={post.reactors} href={postPath(post)}>
              <p className={names("small")}>
                <span className={names("away")}>{`${post.reactions} reactions`}</span>
                <span aria-hidden="true">
                  {post.reactor
                    ? `${post.reactor.name} +${post.reactions}`
                    : String(post.reactions)}
                </span>
              </p>
            </ReactionCount>
            <a tabIndex={0} className={names("plain")} href={postPath(post)}>
              <p className={names("small")}>{commentsWords(count, words)}</p>
            </a>
          </div>
          <hr role="presentation" className={names("line")} />
          <div className={names("row bar")}>
            <ReactionButtons post={post.id} reaction={post.reaction} />
            <Action id={`comment${post.id}`} onClick={() => setOpen(true)}>
              {words.comment}
            </Action>
            <Action id={`repost${post.id}`} expanded={false}>
              {words.repost}
            </Action>
            <Action id={`send${post.id}`} href="/feed/">
              {words.send}
            </Action>
          </div>
          {open ? (
            <Comments post={post} added={added} add={(comment) => setAdded([...added, comment])} />
          ) : null}
          <div componentkey={`${postKey(post.id)}-replaceableCommentTools`} />
        </>
      )}
    </div>
  );
}
