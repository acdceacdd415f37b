/**
 * The part of CHANGELOG that is about one version.
 *
 * @param changelog with a heading `## <version>` for each version, and words after it where there is something to say
 * @throws when the version is not there
 */
export function releaseNotes(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
  if (section === undefined) throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return `${section.slice(section.indexOf("\n")).trim()}\n`;
}
