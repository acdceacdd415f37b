import { useAnswer } from "../../components/acts/use-answer.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { Mode } from "../../settings/mode.ts";
import { dayText } from "../../words/moments.ts";
import { SURFACES_READ, surfaceText } from "../../words/surface-words.ts";
import { text } from "../../words/text.ts";

const askReport = () => askFromPage.readerReport();

interface SurfacesReadProps {
  readonly mode: Mode | undefined;
  readonly now: number;
}

/** What is read on each kind of page of the site, and where reading fails of late. */
export function SurfacesRead({ mode, now }: SurfacesReadProps) {
  const [answer] = useAnswer(askReport);
  const failing = answer.state === "answered" ? answer.answer : [];
  const isRead = mode === "badges" || mode === "popup";
  return (
    <section class="stack-tight surfaces-read">
      <h2>{text("readsWhat")}</h2>
      <p class="soft small">{text(isRead ? "readsNow" : "readsNever")}</p>
      {isRead && (
        <table class="reads small">
          <thead>
            <tr>
              <th scope="col">{text("readsWhere")}</th>
              <th scope="col">{text("readsWhat")}</th>
            </tr>
          </thead>
          <tbody>
            {SURFACES_READ.map(([surface, reads]) => {
              const unread = failing.find((one) => one.surface === surface);
              return (
                <tr key={surface}>
                  <th scope="row">{surfaceText(surface)}</th>
                  <td>
                    {text(reads)}
                    {unread && (
                      <p class="unread">
                        {text(unread.partly ? "readerPartly" : "readerUnread", {
                          page: surfaceText(surface),
                          day: dayText(unread.since, now),
                        })}
                      </p>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
