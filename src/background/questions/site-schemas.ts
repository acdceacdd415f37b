/**
 * The schemas of what the script on the site brings: people and what passed, as a page shows them.
 */
import {
  array,
  exactOptional,
  integer,
  literal,
  maxLength,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  readonly,
  strictObject,
  string,
  variant,
} from "valibot";
import { DIRECTIONS, INTERACTION_KINDS } from "../../domain/interactions/interaction.ts";
import { alias, interaction, moment } from "../../exchange/value-schemas.ts";

/** No name, headline or reference is longer; nothing on the site comes near. */
const words = pipe(string(), maxLength(10_000));
const reference = pipe(string(), maxLength(500));
const someAliases = pipe(array(alias), maxLength(50), readonly());
const aliases = pipe(array(alias), minLength(1), maxLength(50), readonly());

/** A `PersonSeen`. */
export const personSeen = pipe(
  strictObject({
    aliases,
    name: exactOptional(words),
    headline: exactOptional(words),
    company: exactOptional(words),
    title: exactOptional(words),
    inOneAddress: exactOptional(someAliases),
    mutual: exactOptional(
      pipe(
        strictObject({
          count: exactOptional(pipe(number(), integer(), minValue(0))),
          named: someAliases,
        }),
        readonly(),
      ),
    ),
    at: moment,
  }),
  readonly(),
);

/** A `PersonSeen` of whom only the name is shown. */
const personNamed = pipe(
  strictObject({ aliases: pipe(array(alias), maxLength(0), readonly()), name: words, at: moment }),
  readonly(),
);

/** A `Sighting`. */
export const sighting = variant("what", [
  strictObject({ what: literal("person"), person: personSeen }),
  strictObject({ what: literal("interaction"), person: personSeen, interaction }),
  strictObject({ what: literal("named"), person: personNamed, interaction }),
  strictObject({ what: literal("visit"), person: personSeen }),
  strictObject({
    what: literal("takenBack"),
    person: personSeen,
    kind: picklist(INTERACTION_KINDS),
    direction: picklist(DIRECTIONS),
    ref: exactOptional(reference),
  }),
  strictObject({ what: literal("author"), person: personSeen, subject: reference }),
]);

/** A `SignedInSaid`. */
export const signedInSaid = pipe(
  strictObject({
    aliases,
    name: exactOptional(words),
    kinds: pipe(array(pipe(string(), maxLength(50))), maxLength(20), readonly()),
  }),
  readonly(),
);

/** A `Viewer`, or none. */
export const viewer = optional(
  pipe(strictObject({ aliases, name: exactOptional(words) }), readonly()),
);

/** A `Topic`. */
export const topic = strictObject({
  viewer: exactOptional(pipe(strictObject({ aliases, name: exactOptional(words) }), readonly())),
  alias: exactOptional(alias),
  company: exactOptional(pipe(string(), minLength(1), maxLength(500))),
  notRead: exactOptional(literal(true)),
});
