import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { text } from "../words/text.ts";
import { type Heard, listenAsPage, NOTHING_HEARD } from "./event-probe.ts";
import { inventedGlimpses, secretsOf } from "./invented-glimpses.ts";
import { NamesWithBadges, NamesWithText, TEXT_SELECTOR } from "./names.tsx";
import type { Learnt } from "./page-probes.ts";
import { WAYS } from "./spied-rows.ts";
import { isTold, learnedSecrets, spyOnBadges, spyOnText } from "./spying.ts";
import { type BadgeStage, drawBadges } from "./stage.ts";

/** Elements of the page that badges look like. */
const BADGE_SELECTOR = ".stage-badges span:not([class])";

interface Result {
  readonly secrets: readonly string[];
  readonly badges: Learnt;
  readonly plain: Learnt;
}

const painted = (): Promise<void> =>
  new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => go())));

/** What stands on the page outside of the place that is spied on: what is said there is no secret. */
const shownElsewhere = (): string =>
  [...document.querySelectorAll<HTMLElement>("main > :not(.spy-test), .spy-test > :not(.stages)")]
    .map(({ innerText }) => innerText)
    .join("\n");

/** Lets a script of this page spy on badges that stand here, and shows what it got. */
export function SpyTest({ now }: { readonly now: number }) {
  const people = useMemo(() => inventedGlimpses(now), [now]);
  const everything = useMemo(() => secretsOf(people, ""), [people]);
  const place = useRef<HTMLDivElement>(null);
  const stage = useRef<BadgeStage>(undefined);
  const [isTrying, setIsTrying] = useState(false);
  const [isPlain, setIsPlain] = useState(false);
  const [result, setResult] = useState<Result>();
  const [heard, setHeard] = useState<Heard>(NOTHING_HEARD);
  const [heardPlain, setHeardPlain] = useState<Heard>(NOTHING_HEARD);
  const act = useAct();
  useEffect(() => {
    const gone = new AbortController();
    const { current } = place;
    if (current === null) return undefined;
    const names = [...current.querySelectorAll(".stage-badges .stage-name")];
    stage.current = drawBadges(names, people, gone.signal);
    listenAsPage(current, BADGE_SELECTOR, everything, setHeard, gone.signal);
    listenAsPage(current, TEXT_SELECTOR, everything, setHeardPlain, gone.signal);
    return () => gone.abort();
  }, [people, everything]);

  const spy = async (): Promise<void> => {
    if (stage.current === undefined) return;
    setIsTrying(true);
    setResult(undefined);
    setIsPlain(false);
    const top = scrollY;
    try {
      // What is out of sight cannot be asked for by its place.
      place.current?.scrollIntoView({ block: "center" });
      await painted();
      const secrets = secretsOf(people, shownElsewhere());
      const badges = await spyOnBadges(stage.current, secrets);
      setIsPlain(true);
      await painted();
      place.current?.scrollIntoView({ block: "center" });
      const plain = await spyOnText(TEXT_SELECTOR, secrets);
      setResult({ secrets, badges, plain });
    } finally {
      setIsTrying(false);
      scrollTo({ top });
    }
  };

  return (
    <section class="spy-test" aria-labelledby="probes-heading">
      <h2 id="probes-heading">{text("probesHeading")}</h2>
      <p>{text("probesLead")}</p>
      <div class="stages" ref={place}>
        <NamesWithBadges people={people} />
        {isPlain && <NamesWithText people={people} />}
      </div>
      <div>
        <button
          type="button"
          class="button main"
          name="spy"
          aria-disabled={isTrying}
          onClick={() => isTrying || act.run(spy)}
        >
          {text("probesTry")}
        </button>
      </div>
      <ActNotice act={act} />
      <p role="status">
        {isTrying
          ? text("probesTrying")
          : result && <Verdict result={result} heard={heard} heardPlain={heardPlain} />}
      </p>
      {result && (
        <table class="spied">
          <thead>
            <tr>
              <th scope="col">{text("probesWay")}</th>
              <th scope="col">{text("probesBadges")}</th>
              <th scope="col">{text("probesPlain")}</th>
            </tr>
          </thead>
          <tbody>
            {WAYS.map(({ name, got }) => (
              <tr key={name} data-way={name}>
                <th scope="row">{text(name)}</th>
                <td>{got(result.badges, heard)}</td>
                <td>{got(result.plain, heardPlain)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface VerdictProps {
  readonly result: Result;
  readonly heard: Heard;
  readonly heardPlain: Heard;
}

/** The result in two sentences. */
function Verdict({ result: { secrets, badges, plain }, heard, heardPlain }: VerdictProps) {
  const learned = (spied: Learnt, by: Heard) => String(learnedSecrets(spied, by, secrets).length);
  return (
    <>
      <strong>
        {text("probesDone", {
          count: secrets.length,
          learned: learned(badges, heard),
          plain: learned(plain, heardPlain),
        })}
      </strong>
      <br />
      {text(isTold(badges, heard) ? "probesBroken" : "probesSeen")}
    </>
  );
}
