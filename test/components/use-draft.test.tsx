// @vitest-environment jsdom
import { answerWith, extension } from "../words/extension-of-the-tests.ts";
import type { ComponentChild } from "preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storeTypedInTime } from "../../src/components/store-typed.ts";
import { SavedViewsBar } from "../../src/dashboard/people/views/saved-views-bar.tsx";
import { RuleForm } from "../../src/dashboard/settings/rule-form.tsx";
import { SelectionForm } from "../../src/dashboard/people/selection-form.tsx";
import type { PersonId } from "../../src/domain/person/person.ts";
import { HandWrittenForm } from "../../src/person/hand-written-form.tsx";
import { MergeFinder } from "../../src/person/merge/merge-finder.tsx";
import { askFromPage } from "../../src/protocol/transport.ts";
import { WordsBox } from "../../src/week/words-box.tsx";
import { ShownHistory } from "../../src/week/written.ts";
import { alex, now } from "./invented-person.ts";
import { drawn, found, settled } from "./drawn.ts";

const { sendMessage } = extension.runtime;
let shown = "history-1";

storeTypedInTime();

const nobody = { rows: [], count: 0 };

beforeEach(() => {
  shown = "history-1";
  answerWith({
    overview: () => ({}),
    people: () => nobody,
    ruleReach: () => 0,
    tableChoices: () => ({ companies: [], tags: [] }),
  });
  extension.runtime.sendMessage = async (message) => ({
    ...(await sendMessage(message)),
    ...(message.ask === "overview" && { history: shown }),
  });
});
afterEach(() => {
  extension.runtime.sendMessage = sendMessage;
});

const nothing = (): void => {};
const id = "alex" as PersonId;

interface Form {
  readonly name: string;
  readonly field: string;
  /** Of the history that is shown; of a person it is their id that tells. */
  readonly form: () => ComponentChild;
  readonly open?: string;
}

const FORMS: readonly Form[] = [
  {
    name: "the form of a meeting",
    field: "[name=words]",
    form: () => <HandWrittenForm id={id} now={now} onLogged={nothing} />,
  },
  {
    name: "the search for the same person",
    field: "input",
    form: () => (
      <MergeFinder id={id} name="Alex Example" now={now} onMerged={nothing} onCancel={nothing} />
    ),
  },
  {
    name: "the first words of a message",
    field: "textarea.words",
    form: () => <WordsBox person={{ ...alex(), id }} now={now} onWrite={nothing} />,
  },
  {
    name: "a rule",
    field: "[name=rule-name]",
    form: () => (
      <RuleForm
        offered={{ companies: [], tags: [] } as never}
        isUnderWay={false}
        onKeep={nothing}
        onCancel={nothing}
      />
    ),
  },
  {
    name: "a tag for many",
    field: "[name=bulk-tag]",
    form: () => (
      <SelectionForm act="tag" ids={[id]} isUnderWay={false} onYes={nothing} onNo={nothing} />
    ),
  },
  {
    name: "the name of a view",
    field: "[name=view-name]",
    form: () => <SavedViewsBar id="all" view={{} as never} />,
    open: "[name=save-view]",
  },
];

async function show(history: string): Promise<void> {
  shown = history;
  await askFromPage.overview();
  await settled();
}

async function fieldOf({ form, field, open }: Form): Promise<HTMLInputElement> {
  const place = drawn(<ShownHistory.Provider value={shown}>{form()}</ShownHistory.Provider>);
  await settled();
  if (open !== undefined) {
    found(place, open).click();
    await settled();
  }
  return found<HTMLInputElement>(place, field);
}

test.each(FORMS)(
  "what is being typed into $name when another history is shown is offered again in the one before, once",
  async (form) => {
    await show("history-1");
    const words = await fieldOf(form);
    const begun = words.value;
    expect(begun).not.toBe("half a thought");
    words.focus();
    words.value = "half a thought";
    words.dispatchEvent(new Event("input", { bubbles: true }));
    await settled();

    await show("history-2");
    drawn(<p />);
    await settled();
    if (form.field.includes("rule") || form.field.includes("bulk") || form.open !== undefined)
      expect((await fieldOf(form)).value).toBe(begun);
    drawn(<p />);
    await settled();

    await show("history-1");
    expect((await fieldOf(form)).value).toBe("half a thought");

    // The user closed it.
    drawn(<p />);
    await settled();
    expect((await fieldOf(form)).value).toBe(begun);
  },
);
