/** Answers to questions: what is asked about comes unchecked, the answer in its own time. */
export type PageAnswers<Questions> = {
  readonly [Name in keyof Questions]: Questions[Name] extends (...about: never[]) => infer Answer
    ? (about: unknown) => Promise<Answer>
    : never;
};
