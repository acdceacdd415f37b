/** What the platform is told: workflows that need no secret, and forms that ask for nothing about real people, in the words of the product. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import english from "../../src/words/messages/en.json" with { type: "json" };

const WORKFLOWS = ".github/workflows";
const FORMS = ".github/ISSUE_TEMPLATE";

const filesOf = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]);

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly needs?: string; readonly permissions?: object; readonly steps: readonly Step[] }
    >
  >;
}
const workflow = (text: string): Workflow => parse(text) as Workflow;

test.each(filesOf(WORKFLOWS))(
  "%s needs no secret, may only read unless a job says more, and runs the platform's own actions",
  (_, text) => {
    expect(text).not.toMatch(/\bsecrets\./);
    const { permissions, jobs } = workflow(text);
    expect(permissions).toEqual({ contents: "read" });
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !action.startsWith("actions/"))).toEqual([]);
  },
);

test("a release is tested, made twice and signed before anybody sees it, and only the last job may write", () => {
  const { jobs } = workflow(readFileSync(`${WORKFLOWS}/release.yml`, "utf8"));
  const [packages, draft] = Object.values(jobs);
  const runs = packages?.steps.flatMap(({ run }) => run ?? []) ?? [];
  const tested = runs.indexOf(".ci/run");
  expect(tested).toBeGreaterThan(-1);
  expect(runs.indexOf("npm run package -- --verify")).toBeGreaterThan(tested);
  expect(packages?.permissions).toBeUndefined();
  expect(draft?.needs).toBe("packages");
  const order = draft?.steps.map(({ uses = "", run = "" }) => uses + run) ?? [];
  const place = (words: string): number => order.findIndex((step) => step.includes(words));
  expect(place("sha256sum --check")).toBeGreaterThan(-1);
  expect(place("actions/attest@")).toBeGreaterThan(place("sha256sum --check"));
  expect(place("gh release create")).toBeGreaterThan(place("actions/attest@"));
  expect(order.at(-1)).toContain("--draft");
  expect(order.at(-1)).toContain("--notes-file RELEASE-NOTES.md");
});

test.each(filesOf(FORMS).filter(([name]) => name !== "config.yml"))(
  "%s warns of names of real people, and quotes the interface as it is",
  (_, text) => {
    const { body } = parse(text) as {
      readonly body: readonly {
        readonly type: string;
        readonly attributes: { readonly value?: string; readonly description?: string };
      }[];
    };
    expect(body[0]?.type).toBe("markdown");
    expect(body[0]?.attributes.value).toMatch(/Everybody can read this/);
    const said = new Set<string>(Object.values(english).map(({ message }) => message));
    const quoted = body.flatMap(({ attributes: { description = "" } }) =>
      [...description.matchAll(/"([^"]+)"/g)].flatMap(([, words]) => words ?? []),
    );
    expect(quoted.filter((words) => !said.has(words))).toEqual([]);
  },
);
