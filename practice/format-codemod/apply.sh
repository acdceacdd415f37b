#!/bin/sh
# Brings the format of messages onto the tree in the current folder, whatever was merged before. Run it in the root of a clean tree on the branch that
# shall have it. Nothing is committed. `sh apply.sh [branch of the format]`
set -e
FROM=${1:-h-format}
HERE=$(cd "$(dirname "$0")" && pwd)
# A merge that takes nothing by itself: history knows h-format, and the tree stays as it is.
git merge --no-commit --no-ff -s ours "$FROM"
git checkout "$FROM" -- build src/words/text.ts src/words/languages.ts src/words/speak-at-once.ts src/words/speak-on-page.ts \
  src/words/virtual-languages.d.ts src/settings/language.ts src/components/language-choice.tsx src/background/browser/language.ts \
  test/build test/words/messages.test.ts test/words/text.test.ts test/words/extension-of-the-tests.ts \
  test/browser/support/made-up-extension.ts test/browser/pages/languages.test.ts
git rm -q -f --ignore-unmatch test/words/locale.test.ts test/browser/support/mirrored-extension.ts
node "$HERE/convert.mjs"
node_modules/.bin/oxfmt
npm install --package-lock-only --no-audit --no-fund
git add -A
