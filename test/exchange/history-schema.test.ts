import { toJsonSchema } from "@valibot/to-json-schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { union } from "valibot";
import { expect, test } from "vitest";
import { NAMED_SCHEMAS } from "../../src/exchange/part-schemas.ts";
import { endLine, headLine, recordLine } from "../../src/exchange/record-schemas.ts";
import { anyRecords } from "./arbitrary-records.ts";
import { exportedText } from "./invented-export.ts";
import { runs } from "../effort.ts";

/** The JSON Schema of one line. What it has no word for, `docs/formats/tielight-history.md` says in sentences. */
const schema = {
  $id: "https://tielight.invalid/formats/tielight-history.schema.json",
  title: "One line of an exported history of Tielight",
  ...toJsonSchema(union([headLine, recordLine, endLine]), {
    target: "draft-2020-12",
    definitions: NAMED_SCHEMAS,
    ignoreActions: ["check", "guard"],
  }),
};

test("the schema in the documentation is what the definitions give; `npm run schema` writes it", async () => {
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(
    "../../docs/formats/tielight-history.schema.json",
  );
});

const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema as object);

test("every line of an export is valid by the schema", async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, async (records) => {
      for (const line of (await exportedText(records)).trimEnd().split("\n"))
        expect(isValid(JSON.parse(line)), `${line} ${JSON.stringify(isValid.errors)}`).toBe(true);
    }),
    { numRuns: runs(100) },
  );
});

test("the schema refuses what has no place in a line", () => {
  const line = {
    kind: "statement",
    subject: "slug:ada-example",
    source: "hand",
    replica: "r1",
    version: 1,
    body: {},
  };
  expect(isValid(line)).toBe(true);
  for (const wrong of [
    { more: 1 },
    { kind: "future" },
    { subject: "ada" },
    { body: { visits: ["1"] } },
    { body: { facts: [{}] } },
  ])
    expect(isValid({ ...line, ...wrong }), JSON.stringify(wrong)).toBe(false);
});
