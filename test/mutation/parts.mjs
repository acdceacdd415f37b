/** Parts of the source that are mutated: how many mutants are tried, and the share (%) that has to be killed. */
export const MUTATED = {
  domain: { sample: 400, least: 85 },
  storage: { sample: 400, least: 85 },
  linkedin: { sample: 200, least: 80 },
  background: { sample: 200, least: 80 },
  content: { sample: 200, least: 80 },
  words: { sample: 200, least: 80 },
};
