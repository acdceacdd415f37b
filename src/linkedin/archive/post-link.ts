/** What a link of Reactions, Comments or Shares points at. */

/** A post, or a comment under it. Links of the archive never say whose it is. */
export interface PostLink {
  /** `activity:7148…`, `ugcPost:7148…`, `share:7148…`, or `groupPost:123456-7148…`. */
  readonly post: string;
  /** Id of the comment under the post that is meant. */
  readonly comment?: string;
}

const POST = /urn:li:(activity|ugcPost|share|groupPost):(\d+-\d{15,20}|\d{15,20})/;
const COMMENT = /urn:li:comment:\([^,()]*,(\d{15,20})\)/;

/** The post a link names, `undefined` when it names none. */
export function postLink(link: string): PostLink | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(link);
  } catch {
    return undefined;
  }
  const question = decoded.indexOf("?");
  const post = POST.exec(question === -1 ? decoded : decoded.slice(0, question));
  if (!post) return undefined;
  const comment = question === -1 ? undefined : COMMENT.exec(decoded.slice(question))?.[1];
  return { post: `${post[1]}:${post[2]}`, ...(comment !== undefined && { comment }) };
}
