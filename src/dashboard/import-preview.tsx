import { Notice } from "../components/notice.tsx";
import type { Alias } from "../domain/person.ts";
import { dateText } from "../words/moments.ts";
import { nameInSentence, plainName } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import type { Preview } from "./archive-work.ts";
import { ImportFigures } from "./import-figures.tsx";
import { ImportFiles } from "./import-files.tsx";
import type { ReadArchive } from "./import-session.ts";
import { bytesText } from "./import-words.ts";
import { OpenNames } from "./open-names.tsx";
import { OwnerQuestion, TargetQuestion } from "./owner-question.tsx";
import type { OwnerOption } from "./whose-archive.ts";

interface ImportPreviewProps {
  readonly read: ReadArchive;
  /** Another tab was writing when this should have been written. */
  readonly isBusy: boolean;
  readonly onAnswer: (answers: {
    owner?: OwnerOption;
    chosen?: ReadonlyMap<string, Alias>;
  }) => void;
  readonly onAddress: (url: string) => Promise<OwnerOption | undefined>;
  readonly onWrite: () => void;
  readonly onLeave: () => void;
}

function origin({ madeAt }: Preview, owner: OwnerOption | undefined): string | undefined {
  const name = owner && nameInSentence(owner.name ?? owner.aliases[0]?.replace(/^\w+:/, "") ?? "");
  const day = madeAt > 0 ? dateText(madeAt, madeAt) : undefined;
  if (name !== undefined && day !== undefined) return text("importMadeAt", name, day);
  if (name !== undefined) return text("importOwnedBy", name);
  return day && text("importMadeAtOnly", day);
}

/** Whether there is anything that could be written. */
const hasContent = ({ peopleNew, peopleKnown, waiting, kept }: Preview): boolean =>
  peopleNew + peopleKnown + waiting + kept > 0;

/** Everything that would be written, and what is still to be answered, before anything is. */
export function ImportPreview({
  read,
  isBusy,
  onAnswer,
  onAddress,
  onWrite,
  onLeave,
}: ImportPreviewProps) {
  const { preview, owner, destination, tooLittleRoom } = read;
  const leave = (
    <button type="button" class="button quiet" onClick={onLeave}>
      {text("importAnother")}
    </button>
  );
  if (!preview.isUsable)
    return (
      <div class="stack">
        <Notice kind="danger" title={text("importNothingHeading")}>
          <p>{text("importNothingLead")}</p>
        </Notice>
        <ImportFiles files={preview.files} />
        <div class="row">{leave}</div>
      </div>
    );
  const from = origin(preview, owner);
  const isReady =
    owner !== undefined &&
    destination !== undefined &&
    destination.to !== "ask" &&
    hasContent(preview);
  return (
    <div class="stack">
      <div>
        <p class="preview-heading" role="status">
          {text("importPreviewHeading")}
        </p>
        <p class="soft">
          {from !== undefined && `${from}. `}
          {text("importPreviewLead")}
        </p>
      </div>
      {owner === undefined && (
        <OwnerQuestion
          read={read}
          onOwner={(whose) => onAnswer({ owner: whose })}
          onAddress={onAddress}
        />
      )}
      {owner !== undefined && (
        <TargetQuestion read={read} owner={owner} onOwner={(whose) => onAnswer({ owner: whose })} />
      )}
      <ImportFigures preview={preview} />
      <OpenNames preview={preview} onChosen={(chosen) => onAnswer({ chosen })} />
      <ImportFiles files={preview.files} />
      {tooLittleRoom && (
        <Notice kind="danger" title={text("importNoRoom")}>
          {text("importNoRoomNext", bytesText(tooLittleRoom.needed), bytesText(tooLittleRoom.left))}
        </Notice>
      )}
      {isBusy && <Notice kind="danger">{text("importBusy")}</Notice>}
      {destination?.to === "new" && owner?.name !== undefined && owner.isNew && (
        <p>{text("importWillBeNew", plainName(owner.name))}</p>
      )}
      <div class="row">
        <button type="button" class="button main" disabled={!isReady} onClick={onWrite}>
          {text("importNow")}
        </button>
        {leave}
      </div>
    </div>
  );
}
