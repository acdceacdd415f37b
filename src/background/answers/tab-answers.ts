/**
 * What the panel beside a page is answered: whom or which company that page is about.
 */
import { parse, safeParse } from "valibot";
import type { HistoryQuestions } from "../../protocol/page-questions.ts";
import type { TabTopic } from "../../protocol/views.ts";
import { peopleByAliases } from "../../storage/view/people.ts";
import { sessionOfTab, topicSaid } from "../browser/tab-topic.ts";
import { historyShownTo } from "../histories/histories.ts";
import { askedTab } from "../questions/questions-checked.ts";
import { topic as topicSchema } from "../questions/site-schemas.ts";
import { reading } from "./answers.ts";

const NOTHING: TabTopic = { what: "nothing" };

/** Answers about tabs. */
export const tabReads = reading<Pick<HistoryQuestions, "topic">>({
  async topic(about, { name, database }) {
    const { tabId } = parse(askedTab, about);
    const [said, session] = await Promise.all([topicSaid(tabId), sessionOfTab(tabId)]);
    // A page's process may be taken over: what it says is checked like a question.
    const checked = safeParse(topicSchema, said);
    if (!checked.success) return NOTHING;
    const { viewer, alias, company, notRead } = checked.output;
    if (notRead) return { what: "not-read" };
    if ((await historyShownTo(viewer, session))?.name !== name) return NOTHING;
    if (alias !== undefined) {
      const [person] = await peopleByAliases(database, [[alias]]);
      return person === undefined ? { what: "nobody-known" } : { what: "person", id: person.id };
    }
    return company === undefined ? NOTHING : { what: "company", name: company };
  },
});
