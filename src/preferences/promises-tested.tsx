import { text, type TextKey } from "../words/text.ts";

/** What is promised, and the test that shows it. */
const PROMISES: readonly (readonly [promise: TextKey, test: TextKey])[] = [
  ["promiseHere", "promiseHereTest"],
  ["promiseSite", "promiseSiteTest"],
  ["promiseBadges", "promiseBadgesTest"],
  ["promiseFiles", "promiseFilesTest"],
  ["promiseDeleted", "promiseDeletedTest"],
  ["promisePermissions", "promisePermissionsTest"],
];

/** The promises, each with how it is tested. */
export function PromisesTested() {
  return (
    <dl class="promises-tested">
      {PROMISES.map(([promise, test]) => (
        <div key={promise}>
          <dt>{text(promise)}</dt>
          <dd class="soft small">{text(test)}</dd>
        </div>
      ))}
    </dl>
  );
}
