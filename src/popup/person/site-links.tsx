import { messageLink, profileLink } from "../../components/profile-link.ts";
import type { Alias } from "../../domain/person/person.ts";
import { text } from "../../words/text.ts";

/** The address of the profile from the first alias that has one; a slug before a member id, because people recognise it. */
function linkOf(aliases: readonly Alias[]): string | undefined {
  return aliases
    .toSorted((a, b) => b.localeCompare(a))
    .map(profileLink)
    .find((link) => link !== undefined);
}

/** Links to the site, opened by the user's click. A person who is known by name only has none, and that is said. */
export function SiteLinks({ aliases }: { readonly aliases: readonly Alias[] }) {
  if (aliases.length === 0) return <p class="small soft">{text("byNameOnlyMeans")}</p>;
  const links = [
    { address: linkOf(aliases), words: text("openProfile") },
    { address: messageLink(aliases), words: text("openMessage") },
  ];
  return (
    <p class="card-actions">
      {links.map(
        ({ address, words }) =>
          address !== undefined && (
            <a class="button" key={address} href={address} target="_blank" rel="noreferrer">
              {words}
            </a>
          ),
      )}
    </p>
  );
}
