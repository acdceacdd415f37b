/**
 * Where the user's ties are: the circles a new contact would widen or repeat.
 */
import type { Candidate } from "./candidate.ts";
import { folded } from "./names.ts";
import type { Tie } from "./tie.ts";

/** A person with the tie of the day. */
export interface Known {
  readonly person: Candidate;
  readonly tie: Tie;
}

/** What the rest of the network says about one person. */
export interface Surroundings {
  /** Strength/100 summed over the user's OTHER ties in the same company and field; absent where company or field is unknown. */
  readonly sameCompany?: number;
  readonly sameField?: number;
  /** How many other people are known at the company, talked with or not. */
  readonly othersAtCompany?: number;
  /** Number of other people in the strong circle (Strong and Warm ties). */
  readonly circle?: number;
  /** How many of them share the company, the field, and how the user met them; absent where that is unknown. */
  readonly circleInCompany?: number;
  readonly circleInField?: number;
  readonly circleMetThere?: number;
}

interface Sum {
  people: number;
  strength: number;
  circle: number;
}

const isClose = ({ band }: Tie) => band === "strong" || band === "warm";

/** A count of the network by company, field and place of meeting; asks nothing of the rest afterwards. */
export function surroundings(network: readonly Known[]): (known: Known) => Surroundings {
  const sums = new Map<string, Sum>();
  const keys = ({ companyKey, field, howMet }: Candidate) => ({
    company: companyKey === undefined ? undefined : `company ${companyKey}`,
    field: field === "unknown" ? undefined : `field ${field}`,
    met: howMet === undefined ? undefined : `met ${folded(howMet)}`,
  });
  const whole: Sum = { people: 0, strength: 0, circle: 0 };
  for (const { person, tie } of network) {
    const close = isClose(tie) ? 1 : 0;
    whole.circle += close;
    for (const key of Object.values(keys(person))) {
      if (key === undefined) continue;
      const sum = sums.get(key) ?? { people: 0, strength: 0, circle: 0 };
      sum.people += 1;
      // Thousandths, so that taking the person's own share away again leaves exactly nothing.
      sum.strength += Math.round(tie.strength * 1000);
      sum.circle += close;
      sums.set(key, sum);
    }
  }
  return ({ person, tie }) => {
    const close = isClose(tie) ? 1 : 0;
    const own = Math.round(tie.strength * 1000);
    const others = (key: string | undefined) => {
      if (key === undefined) return undefined;
      const { people, strength, circle } = sums.get(key) ?? {
        people: 1,
        strength: own,
        circle: close,
      };
      return {
        people: people - 1,
        strength: (strength - own) / 100_000,
        circle: circle - close,
      };
    };
    const { company, field, met } = keys(person);
    const [inCompany, inField, metThere] = [others(company), others(field), others(met)];
    return {
      ...(inCompany && {
        sameCompany: inCompany.strength,
        othersAtCompany: inCompany.people,
        circleInCompany: inCompany.circle,
      }),
      ...(inField && { sameField: inField.strength, circleInField: inField.circle }),
      ...(metThere && { circleMetThere: metThere.circle }),
      circle: whole.circle - close,
    };
  };
}
