import { Notice } from "../../components/acts/notice.tsx";
import { dateText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import type { ArchiveContents } from "../reader/archive-work.ts";
import { ImportFigures } from "./import-figures.tsx";
import { ImportFiles } from "./import-files.tsx";
import type { ReadArchive } from "./session/import-session.ts";
import { bytesText, fileText, monthsText } from "./import-words.ts";
import { OwnerQuestion, TargetQuestion } from "./owner-question.tsx";
import type { OwnerOption } from "./session/whose-archive.ts";

interface ImportPreviewProps {
  readonly read: ReadArchive;
  readonly onOwner: (owner: OwnerOption) => void;
  readonly onAddress: (url: string) => Promise<OwnerOption | undefined>;
  readonly onWrite: () => void;
  readonly onLeave: () => void;
}

function origin({ madeAt }: ArchiveContents, owner: OwnerOption | undefined): string | undefined {
  const name = owner && nameInSentence(owner.name ?? owner.aliases[0]?.replace(/^\w+:/, "") ?? "");
  const day = madeAt > 0 ? dateText(madeAt, madeAt) : undefined;
  if (name !== undefined && day !== undefined) return text("importMadeAt", { name, day });
  if (name !== undefined) return text("importOwnedBy", { name });
  return day && text("importMadeAtOnly", { day });
}

/** Files that went through a spreadsheet program: their rows would be missing without a word. */
function Changed({ files }: Pick<ArchiveContents, "files">) {
  const changed = files.flatMap(({ path, isResaved, refusedFor }) => {
    if (isResaved) return [text("importResaved", { file: fileText(path) })];
    return refusedFor === "workbook" ? [text("importWorkbook", { file: fileText(path) })] : [];
  });
  if (changed.length === 0) return null;
  return (
    <Notice kind="danger">
      {changed.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

/** The archive in one line. */
function lineText({ contents, counted }: ReadArchive): string {
  const people = counted ? counted.peopleNew + counted.peopleKnown : contents.people;
  const interactions = counted
    ? counted.interactionsNew + counted.interactionsKnown
    : contents.interactions;
  return [
    text("peopleCount", { count: people }),
    text("interactionCount", { count: interactions }),
    ...(contents.span ? [monthsText(contents.span)] : []),
  ].join(" · ");
}

/** Whose history it goes into, where there is one already. */
function Whose({ read: { owner, destination, targets } }: { readonly read: ReadArchive }) {
  if (owner === undefined || destination === undefined || destination.to === "ask") return null;
  if (destination.to === "new") {
    const name = owner.name ?? owner.aliases[0]?.replace(/^\w+:/, "") ?? "";
    return targets.length === 0 ? null : (
      <p>{text("importBeginsNew", { name: nameInSentence(name) })}</p>
    );
  }
  const target = targets.find(({ name }) => name === destination.history);
  return target?.ownerName === undefined ? null : (
    <p class="soft">{text("importInto", { name: nameInSentence(target.ownerName) })}</p>
  );
}

/** Everything that would be written, and what is still to be answered, before anything is. */
export function ImportPreview({ read, onOwner, onAddress, onWrite, onLeave }: ImportPreviewProps) {
  const { contents, owner, destination, counted, tooLittleRoom, isBusy, hasMoved } = read;
  const leave = (
    <button type="button" class="button quiet" onClick={onLeave}>
      {text("importAnother")}
    </button>
  );
  if (!contents.isUsable)
    return (
      <div class="stack">
        <Notice kind="danger" title={text("importNothingHeading")}>
          <p>{text("importNothingLead")}</p>
        </Notice>
        <Changed files={contents.files} />
        <ImportFiles files={contents.files} />
        <div class="row">{leave}</div>
      </div>
    );
  const from = origin(contents, owner);
  const isReady = owner !== undefined && destination !== undefined && destination.to !== "ask";
  return (
    <div class="stack">
      <div>
        <p class="preview-heading" role="status">
          {from ?? text("importPreviewHeading")}
        </p>
        <p>{lineText(read)}</p>
        <Whose read={read} />
      </div>
      <Changed files={contents.files} />
      {owner === undefined && <OwnerQuestion read={read} onOwner={onOwner} onAddress={onAddress} />}
      {owner !== undefined && <TargetQuestion read={read} owner={owner} onOwner={onOwner} />}
      <details>
        <summary>{text("importDetails")}</summary>
        <div class="stack">
          <ImportFigures contents={contents} counted={counted} />
          <ImportFiles files={contents.files} />
        </div>
      </details>
      {tooLittleRoom && (
        <Notice kind="danger" title={text("importNoRoom")}>
          {text("importNoRoomNext", {
            needed: bytesText(tooLittleRoom.needed),
            left: bytesText(tooLittleRoom.left),
          })}
        </Notice>
      )}
      {hasMoved && <Notice kind="calm">{text("importMoved")}</Notice>}
      {isBusy && <Notice kind="danger">{text("importBusy")}</Notice>}
      <div class="row import-now">
        <button type="button" class="button main" disabled={!isReady} onClick={onWrite}>
          {text("importNow")}
        </button>
        {leave}
      </div>
    </div>
  );
}
