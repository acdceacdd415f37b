/**
 * How the list of conversations begins the last message where the viewer wrote it: "You: …". English is known from saved pages, the
 * other languages are general knowledge; where one is missing the direction stays unknown.
 */
const YOU: ReadonlySet<string> = new Set(
  (
    "you|du|sie|ihr|ich|vous|tu|tú|usted|você|voce|eu|lei|u|jij|je|ty|ja|vy|dumneavoastră|dvs.|ön|te|siz|sen|" +
    "вы|ти|ви|εσείς|あなた|自分|나|회원님|您|你|我|أنت|את/ה|אתה|את|आप|anda|คุณ|bạn|ikaw|شما|sinä|तुम्ही|ਤੁਸੀਂ|మీరు|আপনি"
  ).split("|"),
);

/** @param words what stands before the colon of a last message */
export const meansYou = (words: string): boolean => YOU.has(words.trim().toLowerCase());
