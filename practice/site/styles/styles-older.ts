/** The looks of the older layout. Names without a prefix the site kept come out as random letters. */
export const OLDER_STYLES = `
.visually-hidden, .a11y-text, .away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.gone { display: none; }
.t-12 { font-size: 12px; color: var(--quiet); }
.t-14 { font-size: 14px; }
.t-16 { font-size: 16px; }
.t-24 { font-size: 24px; }
.t-bold { font-weight: 600; }
.truncate { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.header { position: sticky; top: 0; z-index: 20; background: var(--paper); border-bottom: 1px solid var(--edge); }
.primary { max-width: 1120px; margin: 0 auto; padding: 8px 16px; display: flex; justify-content: space-between; align-items: center; }
.search-field { border: 1px solid var(--edge); border-radius: 4px; padding: 6px 10px; background: var(--ground); width: 240px; font: inherit; }
.nav-link { padding: 6px 10px; color: var(--quiet); }
.nav-link::first-letter { text-transform: uppercase; }
.meta { display: flex; align-items: flex-start; gap: 10px; }
.spread { justify-content: space-between; }
.grow { flex: 1; min-width: 0; }
.block { display: block; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 16px; align-items: start; max-width: 1120px; margin: 16px auto; padding: 0 16px; }
.three { grid-template-columns: 220px minmax(0, 620px); justify-content: center; }
.column { min-width: 0; max-width: 780px; width: 100%; margin: 16px auto; }
.columns .column { margin: 0; }
.artdeco-card { background: var(--paper); border: 1px solid var(--edge); border-radius: 6px; padding: 16px; margin-bottom: 12px; }
.top { padding: 0; overflow: hidden; }
.cover { height: 110px; background: linear-gradient(100deg, #d8dfeb, #e9e1d3); }
.ph5 { padding: 0 20px 20px; }
.portrait { margin-top: -52px; border: 0; background: none; padding: 0; }
.picture, .ghost { display: block; width: 48px; height: 48px; border-radius: 50%; background: var(--edge); }
.picture.small, .ghost.small { width: 32px; height: 32px; }
.picture.large, .ghost.large { width: 112px; height: 112px; border: 4px solid var(--paper); }
.heading { font-weight: 600; display: inline; }
.name-block { display: flex; gap: 8px; align-items: baseline; margin-top: 8px; }
.inline { display: inline; }
.counts, .place-row, .mutual { margin-top: 6px; display: block; }
.contact { margin-inline-start: 8px; color: var(--accent); font-weight: 600; }
.actions { display: flex; gap: 8px; margin-top: 10px; align-items: center; }
.button { display: inline-block; border: 1px solid var(--accent); color: var(--accent); background: none; border-radius: 999px; padding: 4px 14px; font-weight: 600; cursor: pointer; }
.quiet-button, .tiny-button { border: 0; background: none; color: var(--quiet); padding: 4px 8px; cursor: pointer; font-weight: 600; }
.menu { float: inline-end; }
.title { font-size: 18px; font-weight: 600; margin-bottom: 10px; }
.rail-row { display: flex; gap: 10px; padding: 8px 0; border-top: 1px solid var(--edge); }
.job { padding: 8px 0; }
.job > * { display: block; }
.actor-inside { display: flex; gap: 10px; }
.update-components-actor__meta > * { display: block; }
.update-components-actor__description { display: block; }
.inner-post { border: 1px solid var(--edge); border-radius: 6px; padding: 12px; margin-top: 10px; }
.feed-shared-update-v2__description { margin-top: 10px; }
.count-row, .bar { display: flex; justify-content: space-between; margin-top: 8px; border-top: 1px solid var(--edge); padding-top: 6px; }
.social { color: var(--quiet); font-size: 12px; border-bottom: 1px solid var(--edge); padding-bottom: 6px; margin-bottom: 8px; }
.comments-box { width: 100%; }
.comment { padding: 10px 0; }
.comments-comment-entity--reply { margin-inline-start: 40px; }
.editor { display: flex; gap: 8px; margin: 10px 0; }
.field { flex: 1; border: 1px solid var(--edge); border-radius: 6px; padding: 6px 12px; min-height: 34px; }
.result { padding: 12px 0; border-bottom: 1px solid var(--edge); }
.result .actions { margin-top: 0; }
.grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; text-align: center; }
.grid .picture, .grid .ghost { margin: 0 auto; }
.paging { margin-top: 12px; }
.skeleton { padding: 8px 0; }
.bone { height: 14px; margin: 10px 0; border-radius: 4px; background: var(--ground); }
.me { text-align: center; }
.me .picture { margin: 0 auto 8px; }
.end { height: 1px; }
.messaging { display: grid; grid-template-columns: 320px 1fr; max-width: 1000px; margin: 16px auto; padding: 0; height: 720px; }
.list-side { border-inline-end: 1px solid var(--edge); min-height: 0; overflow: hidden; }
.conversation-scroller { height: 720px; overflow-y: auto; }
.conversation-scroller li, .overlay .msg-conversation-listitem { padding: 10px 12px; border-bottom: 1px solid var(--edge); cursor: pointer; }
.msg-conversation-card__message-snippet { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 220px; }
.msg-conversation-card__participant-names { font-weight: 600; font-size: 14px; }
.msg-conversation-card__pill { border: 1px solid var(--edge); border-radius: 4px; padding: 0 4px; margin-inline-end: 4px; }
.pill { background: var(--accent); color: #fff; border-radius: 999px; padding: 0 6px; font-size: 11px; }
.thread-side { min-height: 0; }
.thread { display: flex; flex-direction: column; height: 720px; }
.bubble .thread { height: 380px; }
.msg-title-bar { padding: 10px 14px; border-bottom: 1px solid var(--edge); }
.scroller { flex: 1; overflow-y: auto; padding: 10px 14px; position: relative; }
.msg-s-message-list__time-heading { display: block; text-align: center; text-transform: uppercase; margin: 10px 0; }
.msg-s-message-group__meta { display: flex; gap: 8px; align-items: baseline; }
.msg-s-event-listitem { display: grid; grid-template-columns: 42px 1fr; padding: 4px 0; }
.msg-s-event-listitem > * { grid-column: 2; }
.msg-s-event-listitem__link { grid-column: 1; grid-row: 1 / span 2; }
.msg-form { display: flex; gap: 8px; padding: 10px 14px; border-top: 1px solid var(--edge); align-items: flex-end; }
.overlay { position: fixed; bottom: 0; inset-inline-end: 16px; z-index: 40; display: flex; gap: 12px; align-items: flex-end; color: var(--ink); font: 14px/1.45 system-ui, sans-serif; }
.bubbles { display: flex; gap: 12px; align-items: flex-end; }
.bubble { width: 300px; background: var(--paper); border: 1px solid var(--edge); border-radius: 8px 8px 0 0; }
.msg-overlay-bubble-header { padding: 6px 10px; text-align: end; }
.title-button { border: 0; background: none; font-weight: 600; width: 100%; text-align: start; padding: 6px; cursor: pointer; }
.overlay .rows { max-height: 420px; overflow-y: auto; }
.hover-card { z-index: 60; width: 320px; box-shadow: 0 8px 30px #0002; }
.dialog { position: fixed; top: 30vh; left: 50%; width: 360px; margin-left: -180px; z-index: 70; box-shadow: 0 8px 30px #0003; }
.dialog .button { margin-top: 12px; }
`;
