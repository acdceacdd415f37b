import { useMemo, useState, type ReactNode } from "react";
import { classNames } from "../styles/class-names.ts";
import type { Shown } from "../navigation.ts";
import type { Action, Outcome, Page, Settings, Surface } from "../page.ts";
import { words } from "../words/words.ts";
import { FeedScreen, PostScreen } from "./feed.tsx";
import { Header } from "./header.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { NotificationsScreen } from "./notifications.tsx";
import { PeopleScreen } from "./people.tsx";
import { ProfileScreen } from "./profile.tsx";
import { SurroundingsContext } from "./surroundings.tsx";

const PREFIX = "com.linkedin.sdui.flagshipnav";

/** The names the current layout gives its screens. */
const SCREENS: Readonly<Partial<Record<Surface, string>>> = {
  feed: `${PREFIX}.feed.MainFeed`,
  post: `${PREFIX}.feed.UpdateDetail`,
  profile: `${PREFIX}.profile.Profile`,
  connections: `${PREFIX}.mynetwork.Connections`,
  followers: `${PREFIX}.mynetwork.Followers`,
  following: `${PREFIX}.mynetwork.Following`,
  grow: `${PREFIX}.mynetwork.MyNetwork`,
  received: `${PREFIX}.mynetwork.invitations.InvitationManagerReceived`,
  sent: `${PREFIX}.mynetwork.invitations.InvitationManagerSent`,
  search: `${PREFIX}.search.SearchResultsPeople`,
  notifications: `${PREFIX}.notifications.Notifications`,
};

type PageOf<S extends Surface> = Extract<Page, { readonly surface: S }>;

function only<const S extends Surface>(
  page: Page | undefined,
  ...surfaces: readonly S[]
): PageOf<S> | undefined {
  const wanted: readonly Surface[] = surfaces;
  return page && wanted.includes(page.surface) ? (page as PageOf<S>) : undefined;
}

function Screen({
  shown: { heading, body, surface, headingKey, bodyKey },
}: {
  readonly shown: Shown;
}): ReactNode {
  if (surface === "feed") return <FeedScreen key={bodyKey} page={only(body, "feed")} />;
  if (surface === "post") return <PostScreen page={only(body, "post")} />;
  if (surface === "notifications")
    return <NotificationsScreen page={only(body, "notifications")} />;
  if (surface === "profile") {
    return (
      <ProfileScreen
        heading={only(heading, "profile")}
        body={only(body, "profile")}
        headingKey={headingKey}
        bodyKey={bodyKey}
      />
    );
  }
  const lists = [
    "connections",
    "search",
    "followers",
    "following",
    "received",
    "sent",
    "grow",
    "company",
  ] as const;
  return (
    <PeopleScreen
      heading={only(heading, ...lists)}
      body={only(body, ...lists)}
      headingKey={headingKey}
      bodyKey={bodyKey}
    />
  );
}

export interface AppParts {
  readonly page: Page;
  readonly shown: Shown;
  readonly act: (action: Action, settings: Settings) => Promise<Outcome | undefined>;
  readonly search: (keywords: string) => void;
  /** Slug of the person an invitation is about to go to. */
  readonly inviting: string | undefined;
  readonly stopInviting: () => void;
  /** Whether the frame with an older page covers the screen. */
  readonly framed: boolean;
}

/** The whole page of the current layout, as the server draws it and the browser goes on with it. */
export function App({
  page,
  shown,
  act,
  search,
  inviting,
  stopInviting,
  framed,
}: AppParts): ReactNode {
  const { settings, viewer } = page;
  const [invited, setInvited] = useState<ReadonlySet<string>>(new Set());
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const surroundings = useMemo(
    () => ({
      names: classNames("current", settings.seed),
      words: words(settings.lang),
      settings,
      viewer,
      invited,
      accepted,
      act: async (action: Action) => {
        const outcome = await act(action, settings);
        if (action.what === "invite" && outcome)
          setInvited((before) => new Set([...before, action.slug]));
        if (action.what === "accept" && outcome)
          setAccepted((before) => new Set([...before, action.slug]));
        return outcome;
      },
    }),
    [settings, viewer, invited, accepted, act],
  );
  const { names } = surroundings;
  return (
    <SurroundingsContext value={surroundings}>
      <section className={names("toasts")}>
        <h2 className={names("away")} data-testid="toasts-title">
          0 notifications
        </h2>
      </section>
      <div className={names("page")}>
        <div className={names("block")}>
          <Header search={search} />
        </div>
        {framed ? null : (
          <div role="main" data-sdui-screen={SCREENS[shown.surface]}>
            <div className={names("block")}>
              <main className={names("workspace")} id="workspace" tabIndex={0}>
                <Screen shown={shown} />
              </main>
            </div>
          </div>
        )}
      </div>
      {inviting === undefined ? null : <InviteDialog slug={inviting} close={stopInviting} />}
      <div id="interop-outlet" data-testid="interop-shadowdom" className="theme--light" />
      <iframe
        data-testid="interop-iframe"
        src="/preload/"
        tabIndex={framed ? 0 : -1}
        title="interop"
        className={names(framed ? "frame on" : "frame")}
      />
    </SurroundingsContext>
  );
}
