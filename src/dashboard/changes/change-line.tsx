import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Avatar } from "../../components/pieces/avatar.tsx";
import type { ChangeRow } from "../../domain/changes/change-row.ts";
import { useTemplates, useTone } from "../../week/tone.ts";
import { useWrite } from "../../week/use-write.ts";
import { changeSource, changeText } from "./change-words.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { opener } from "../../words/openers.ts";
import { text } from "../../words/text.ts";
import { personHash } from "../frame/address.ts";

/** The site's own pages of invitations: what came, and what the user sent. */
const INVITATIONS = {
  in: "https://www.linkedin.com/mynetwork/invitation-manager/received/",
  out: "https://www.linkedin.com/mynetwork/invitation-manager/sent/",
} as const;

interface ChangeLineProps {
  readonly row: ChangeRow;
  readonly now: number;
}

/** The one act that fits a change: writing, answering, or the site's own page of invitations. Nothing is done on the site from here. */
function Act({ row, now }: ChangeLineProps) {
  const [writing, write] = useWrite();
  const [tone] = useTone();
  const templates = useTemplates();
  const { fact } = row;
  const name = nameInSentence(row.name);
  if (fact.kind === "invitation" && fact.state === "open")
    return (
      <a
        class="button"
        href={INVITATIONS[fact.seen.direction === "in" ? "in" : "out"]}
        target="_blank"
        rel="noreferrer"
        aria-label={text("changeInvitationsNamed", { name })}
      >
        {text("changeInvitations")}
      </a>
    );
  const isAnswer = fact.kind === "waiting";
  return (
    <>
      <button
        type="button"
        class="button"
        name={isAnswer ? "answer" : "write"}
        aria-label={text(isAnswer ? "changeAnswerNamed" : "writeTo", { name })}
        onClick={() => write(row, isAnswer ? "" : (opener(row, tone, now, templates) ?? ""))}
      >
        {text(isAnswer ? "changeAnswer" : "actionOpener")}
      </button>
      {writing.state.at === "failed" && <ActNotice act={writing} />}
    </>
  );
}

/** One change: who, what, what shows it, and what can be done about it. */
export function ChangeLine({ row, now }: ChangeLineProps) {
  return (
    <li class="change">
      <Avatar id={row.id} name={row.name} band={row.tie.band} />
      <div class="change-words">
        <p>
          <a href={personHash(row.id)}>
            <bdi>{plainName(row.name)}</bdi>
          </a>
        </p>
        <p>{changeText(row.fact, now)}</p>
        <p class="soft small">{changeSource(row.fact, now)}</p>
      </div>
      <div class="change-act">
        <Act row={row} now={now} />
      </div>
    </li>
  );
}
