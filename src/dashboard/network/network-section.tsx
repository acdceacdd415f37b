import { useCallback } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { lastAnswer } from "../../components/acts/use-answer.ts";
import { useFollowed } from "../../components/use-followed.ts";
import type { Condition } from "../../domain/directory/people-table.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { showPeople } from "../people/show-people.ts";
import { BalanceLead } from "./balance-lead.tsx";
import { BandsPanel } from "./bands-panel.tsx";
import { GroupsPanel } from "./groups-panel.tsx";
import { MapPanel } from "./map-panel.tsx";
import { MonthsPanel } from "./months-panel.tsx";
import { YearsPanel } from "./years-panel.tsx";

const askNetwork = () => askFromPage.network();
const askMap = () => askFromPage.networkMap();

/** The network as a whole, in pictures that lead to the people in them and have tables behind them. */
export function NetworkSection({ now }: { readonly now: number }) {
  const [asked] = useFollowed(askNetwork);
  const [askedMap] = useFollowed(askMap);
  const leading = useAct();
  const { run } = leading;
  const lead = useCallback(
    (conditions: readonly Condition[]) => run(() => showPeople(conditions)),
    [run],
  );
  const network = lastAnswer(asked);
  const map = lastAnswer(askedMap);
  const error =
    asked.state === "failed"
      ? asked.error
      : askedMap.state === "failed"
        ? askedMap.error
        : undefined;
  return (
    <>
      {error !== undefined && <Notice kind="danger">{refusalText(error)}</Notice>}
      {leading.state.at === "failed" && <ActNotice act={leading} />}
      <div class="pictures" aria-busy={network === undefined || map === undefined}>
        <BalanceLead network={network} onPeople={lead} />
        <BandsPanel network={network} onPeople={lead} />
        <YearsPanel network={network} onPeople={lead} />
        <MapPanel map={map} undated={network?.undated ?? 0} now={now} onPeople={lead} />
        <MonthsPanel network={network} now={now} />
        <GroupsPanel
          name="slipping"
          heading="networkSlipping"
          groups={network?.slipping}
          empty="networkSlippingEmpty"
          isSlipping
          onPeople={lead}
        />
        <GroupsPanel
          name="companies"
          heading="networkCompanies"
          groups={network?.companies}
          empty="networkGroupsEmpty"
          onPeople={lead}
        />
        <GroupsPanel
          name="fields"
          heading="networkFields"
          groups={network?.fields}
          empty="networkGroupsEmpty"
          onPeople={lead}
        />
        <GroupsPanel
          name="past"
          heading="networkPast"
          groups={network?.pastCompanies}
          empty="networkGroupsEmpty"
          onPeople={lead}
        />
      </div>
    </>
  );
}
