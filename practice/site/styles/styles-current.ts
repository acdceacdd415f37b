/** The looks of the current layout. */
export const CURRENT_STYLES = `
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.gone { display: none; }
.contents { display: contents; }
.row { display: flex; align-items: center; gap: 8px; }
.grow { flex: 1; min-width: 0; }
.block { min-width: 0; }
.plain:hover .strong-text, .link:hover { text-decoration: underline; }
.plain { display: block; min-width: 0; }
.link { font-weight: 600; }
.small { color: var(--quiet); font-size: 12px; overflow: hidden; text-overflow: ellipsis; }
.text { font-size: 14px; }
.strong-text { font-weight: 600; font-size: 15px; }
.header { position: sticky; top: 0; z-index: 20; background: var(--paper); border-bottom: 1px solid var(--edge); }
.primary { max-width: 1120px; margin: 0 auto; padding: 8px 16px; justify-content: space-between; }
.search-field { border: 1px solid var(--edge); border-radius: 6px; padding: 6px 10px; background: var(--ground); width: 240px; }
.nav-link { padding: 6px 10px; color: var(--quiet); border-radius: 6px; }
.nav-link::first-letter { text-transform: uppercase; }
.nav-link:hover { background: var(--ground); color: var(--ink); }
.workspace { display: block; outline: none; max-width: 1120px; margin: 16px auto; padding: 0 16px; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 16px; align-items: start; }
.three { grid-template-columns: 220px minmax(0, 620px); justify-content: center; }
.column { display: flex; flex-direction: column; gap: 12px; min-width: 0; max-width: 780px; width: 100%; margin: 0 auto; }
.columns .column { margin: 0; }
.card { background: var(--paper); border: 1px solid var(--edge); border-radius: 10px; padding: 16px; margin-bottom: 12px; }
.top { padding-top: 0; overflow: hidden; }
.cover { height: 110px; margin: 0 -16px; background: linear-gradient(120deg, #cfe3dc, #e7dcc6); }
.heading { margin-top: -48px; }
.portrait { display: inline-block; }
.photo { width: 48px; height: 48px; border-radius: 50%; overflow: hidden; background: var(--edge); flex: none; }
.photo.small { width: 32px; height: 32px; }
.photo.large { width: 104px; height: 104px; border: 4px solid var(--paper); }
.picture { width: 100%; height: 100%; display: block; }
.name-row { margin-top: 8px; flex-wrap: wrap; }
.name { font-size: 24px; font-weight: 600; line-height: 1.25; }
.degree { color: var(--quiet); }
.degree.gone { display: none; }
.headline { font-size: 16px; }
.details { display: flex; flex-direction: column; gap: 6px; margin-top: 4px; }
.actions { margin-top: 8px; flex-wrap: wrap; }
.button { display: inline-flex; align-items: center; border: 1px solid var(--accent); color: var(--accent); background: none; border-radius: 999px; padding: 4px 14px; font-weight: 600; cursor: pointer; white-space: nowrap; }
.button:hover { background: #e5f0ec; }
.button.chosen { background: var(--accent); color: #fff; }
.button.tiny { padding: 2px 8px; font-weight: 400; font-size: 12px; }
.button.grow { justify-content: flex-start; border-color: var(--edge); color: var(--quiet); }
.title { font-size: 18px; font-weight: 600; margin-bottom: 10px; }
.rail-row { padding: 8px 0; border-top: 1px solid var(--edge); align-items: flex-start; }
.rail-row .plain { flex: 1; }
.rail .button { padding: 2px 10px; font-size: 12px; }
.job { padding: 8px 0; }
.sticky { position: fixed; top: -80px; left: 0; right: 0; z-index: 15; background: var(--paper); border-bottom: 1px solid var(--edge); padding: 6px 24px; visibility: hidden; }
.sticky.shown { top: 48px; visibility: visible; }
.mutual { display: flex; gap: 8px; align-items: center; }
.faces { display: flex; }
.face { margin-inline-end: -8px; }
.face .photo { width: 22px; height: 22px; border: 2px solid var(--paper); }
.mutual .texts { margin-inline-start: 10px; }
.line { border: 0; border-top: 1px solid var(--edge); margin: 10px 0; }
.post-text { margin-top: 10px; }
.inner-post { border: 1px solid var(--edge); border-radius: 8px; padding: 12px; margin-top: 10px; }
.menu { float: inline-end; }
.actor { align-items: flex-start; }
.click-area { display: block; height: 0; overflow: hidden; }
.counts { margin-top: 8px; justify-content: space-between; }
.bar { justify-content: space-between; flex-wrap: wrap; }
.bar .button, .comments .button { border-color: transparent; color: var(--quiet); padding: 4px 8px; }
.bar .button.chosen { background: #e5f0ec; color: var(--accent); }
.editor { margin: 10px 0; }
.field { flex: 1; border: 1px solid var(--edge); border-radius: 16px; padding: 6px 12px; min-height: 34px; }
.comment { padding: 8px 0; }
.replies { margin-inline-start: 40px; }
.list-row { overflow: hidden; border-top: 1px solid var(--edge); }
.person-row { padding: 10px 0; align-items: flex-start; }
.row-texts .small { white-space: nowrap; }
.search-inside { padding: 12px 0; }
.search-inside .row { align-items: flex-start; }
.paging { justify-content: center; margin-top: 14px; }
.skeleton { padding: 8px 0; }
.bone { height: 14px; margin: 10px 0; border-radius: 6px; background: var(--ground); }
.bone:nth-child(odd) { width: 60%; }
.hover-card { z-index: 60; width: 320px; box-shadow: 0 8px 30px #0002; }
.hover-card .button { margin-top: 10px; }
.dialog { position: fixed; top: 30vh; z-index: 70; box-shadow: 0 8px 30px #0003; }
.dialog .row { margin-top: 14px; justify-content: flex-end; }
.frame { position: fixed; inset: 0; width: 100%; height: 100%; border: 0; opacity: 0; z-index: -1; }
.frame.on { opacity: 1; z-index: 10; inset: 49px 0 0 0; height: calc(100% - 49px); background: var(--ground); }
.me { text-align: center; }
.me .photo { margin: 0 auto 8px; }
.end { height: 1px; }
`;
