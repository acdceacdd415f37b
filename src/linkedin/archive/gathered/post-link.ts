/** What a link of Reactions, Comments or Shares points at. */

/** A post, or a comment under it. Links of the archive never name the author. */
export interface PostLink {
  /** `activity:7148…`, `ugcPost:7148…`, `share:7148…`, or `groupPost:123456-7148…`. */
  readonly post: string;
  /** Id of the comment under the post that is meant. */
  readonly comment?: string;
}

/** What members publish. Ids of the first years have 8 to 10 digits, and so have those of groups. */
const POST =
  /urn:li:(activity|ugcPost|share|groupPost|article|linkedInArticle):(\d+(?:-\d+)?)(?!\d)/;
/** Anything else the site gives an id: a course, an event, a page. */
const OTHER = /urn:li:\w+:[\w-]+/;
const COMMENT = /urn:li:comment:\([^,()]*,(\d{6,20})\)/;

/** `other`: something that no member published. */
export type LinkTarget = PostLink | "other";

/** The post a link names, `undefined` when it names nothing. */
export function postLink(link: string): LinkTarget | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(link);
  } catch {
    return undefined;
  }
  const question = decoded.indexOf("?");
  const path = question === -1 ? decoded : decoded.slice(0, question);
  const post = POST.exec(path);
  if (!post) return OTHER.test(path) ? "other" : undefined;
  const comment = question === -1 ? undefined : COMMENT.exec(decoded.slice(question))?.[1];
  return { post: `${post[1]}:${post[2]}`, ...(comment !== undefined && { comment }) };
}
