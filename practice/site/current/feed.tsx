import { useEffect, useRef, useState, type ReactNode } from "react";
import { askPage } from "../asking.ts";
import type { FeedPage, PostPage, PostView } from "../page.ts";
import { postKey } from "../post-key.ts";
import { partKey, Photo, profilePath, Skeleton } from "./pieces.tsx";
import { PostBlock } from "./post.tsx";
import { useSurroundings } from "./surroundings.tsx";

/** Keeps its children only while they are near the window; otherwise an empty box of the same height. */
function LazyMount({
  children,
  on,
}: {
  readonly children: ReactNode;
  readonly on: boolean;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number>();
  useEffect(() => {
    const element = box.current;
    if (!element || !on) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        setHeight(entry.isIntersecting ? undefined : Math.max(1, element.offsetHeight));
      },
      { rootMargin: "2000px 0px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [on]);
  return (
    <div ref={box} style={height === undefined ? undefined : { height }}>
      {height === undefined ? children : null}
    </div>
  );
}

function LeftRail({ page: { viewer } }: { readonly page: FeedPage }): ReactNode {
  const { names } = useSurroundings();
  return (
    <aside className={names("card me")}>
      <a
        tabIndex={0}
        className={names("plain")}
        href={profilePath(viewer)}
        componentkey={partKey("mephoto")}
      >
        <Photo person={viewer} named={false} size="large" />
      </a>
      <a
        tabIndex={0}
        className={names("plain")}
        href={profilePath(viewer)}
        componentkey={partKey("mename")}
      >
        <p className={names("strong-text")}>{viewer.name}</p>
        <p className={names("small")}>{viewer.headline}</p>
      </a>
    </aside>
  );
}

/** The home page: posts without end. */
export function FeedScreen({ page }: { readonly page: FeedPage | undefined }): ReactNode {
  const { names, settings, words } = useSurroundings();
  const [more, setMore] = useState<{
    of: FeedPage | undefined;
    posts: readonly PostView[];
    next: number;
  }>({ of: page, posts: [], next: 0 });
  const end = useRef<HTMLDivElement>(null);
  const added = more.of === page ? more : { of: page, posts: [], next: 0 };
  const next = added.next || (settings.count ?? 8);
  useEffect(() => {
    if (!page || !end.current || next >= page.total) return undefined;
    const stop = new AbortController();
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        askPage(`/feed/?start=${next}`, settings, stop.signal)
          .then((answer) => {
            if (answer?.surface === "feed")
              setMore({ of: page, posts: [...added.posts, ...answer.posts], next: next + 10 });
          })
          .catch(() => undefined);
      },
      { rootMargin: "800px 0px" },
    );
    observer.observe(end.current);
    return () => {
      stop.abort();
      observer.disconnect();
    };
  }, [page, next, settings, added.posts]);
  if (!page) return <Skeleton lines={12} />;
  return (
    <div className={names("columns three")}>
      <LeftRail page={page} />
      <div className={names("column")}>
        <div role="list" data-testid="mainFeed" data-component-type="LazyColumn">
          <div className={names("card row")}>
            <button className={names("button grow")} type="button">
              {words.startPost}
            </button>
          </div>
          {[...page.posts, ...added.posts].map((post) => (
            <div key={post.id} className={names("contents")} data-display-contents="true">
              <div
                role="listitem"
                className={names("card")}
                componentkey={`expanded${postKey(post.id)}FeedType_MAIN_FEED_RELEVANCE`}
              >
                <LazyMount on={settings.virtual}>
                  <PostBlock post={post} place="feed" />
                </LazyMount>
              </div>
            </div>
          ))}
        </div>
        <div ref={end} className={names("end")} />
      </div>
    </div>
  );
}

/** One post with all its comments. */
export function PostScreen({ page }: { readonly page: PostPage | undefined }): ReactNode {
  const { names } = useSurroundings();
  if (!page) return <Skeleton lines={8} />;
  return (
    <div className={names("column")}>
      <div
        className={names("card")}
        componentkey={`expanded${postKey(page.post.id)}FeedType_FEED_DETAIL`}
      >
        <PostBlock key={page.post.id} post={page.post} place="detail" />
      </div>
    </div>
  );
}
