/** What an archive says of one subject, as text. */
import { expect, test } from "vitest";
import fc from "fast-check";
import {
  archiveBody,
  archiveBodyText,
  namesInBody,
} from "../../../src/domain/records/archive-body.ts";
import { runs } from "../../effort.ts";

const names = fc.array(fc.string({ unit: "binary" }), { maxLength: 4 });
const facts = fc.option(
  fc.record({
    count: fc.integer({ min: 1, max: 3 }),
    rows: fc.string(),
    refs: fc.array(fc.string()),
  }),
  { nil: undefined },
);

test("the names in a text are those of the body", () => {
  fc.assert(
    fc.property(names, facts, (values, said) => {
      const body = {
        names: values.map((value) => ({ value, at: 1000 })),
        ...(said !== undefined && { facts: said }),
      };
      const text = archiveBodyText(body, 1000);
      expect(namesInBody(text)).toEqual(values);
      expect(archiveBody(text, 1000).names?.map(({ value }) => value) ?? []).toEqual(values);
    }),
    { numRuns: runs(500) },
  );
});

test.each(['\\"],"x":["', 'a","b', "]", '"', "\\", '{"names":["x"]}', ""])(
  "a name may hold what JSON means something by: %s",
  (name) => {
    const text = archiveBodyText({ names: [{ value: name, at: 1 }] }, 1);
    expect(namesInBody(text)).toEqual([name]);
  },
);
