/** What frames every page: the persona banner, the header and the foot. */
export const chrome = `
.strip { background: var(--strip); color: var(--strip-ink); font-size: 0.87rem; }
.strip-row {
  max-width: var(--width); margin: 0 auto; padding: 6px 20px;
  display: flex; align-items: center; gap: 6px 18px; flex-wrap: wrap;
}
.strip-who { display: flex; align-items: center; gap: 8px; margin-right: auto; min-width: 0; }
.strip-who .soft { color: var(--strip-soft); }
.strip-switch { position: relative; display: flex; align-items: center; gap: 6px; flex-wrap: wrap; }
.strip-switch > .soft { color: var(--strip-soft); }
.persona {
  font: inherit; color: var(--strip-ink); background: rgb(255 255 255 / 9%);
  border: 1px solid rgb(255 255 255 / 16%); border-radius: 999px;
  padding: 2px 12px 2px 3px; display: inline-flex; align-items: center; gap: 7px; cursor: pointer;
}
.persona:hover { background: rgb(255 255 255 / 20%); }
.avatar {
  --tone: #3a6ea5; flex: none; width: 24px; height: 24px; border-radius: 50%; background: var(--tone); color: #fff;
  display: inline-grid; place-items: center; font-size: 0.66rem; font-weight: 700; letter-spacing: 0.02em;
}
.avatar-l { width: 52px; height: 52px; font-size: 1.1rem; }
.avatar-m { width: 34px; height: 34px; font-size: 0.8rem; }
.tone-0 { --tone: #2a6bb0; } .tone-1 { --tone: #17735f; } .tone-2 { --tone: #8a4a9e; }
.tone-3 { --tone: #a34a1c; } .tone-4 { --tone: #9c2f55; } .tone-5 { --tone: #53618c; }

.top { background: var(--paper); border-bottom: 1px solid var(--line); }
.top-row {
  max-width: var(--width); margin: 0 auto; padding: 14px 20px 0;
  display: flex; align-items: center; gap: 14px 24px; flex-wrap: wrap;
}
.wordmark { text-decoration: none; color: var(--ink); font-size: 1.28rem; letter-spacing: -0.03em; font-weight: 750; white-space: nowrap; }
.wordmark:hover { color: var(--ink); }
.wordmark b { color: var(--brand); font-weight: 750; }
.wordmark-company { font-size: 0.8rem; font-weight: 500; letter-spacing: 0; color: var(--ink-soft); margin-left: 10px; padding-left: 10px; border-left: 1px solid var(--line); }
.top-search { flex: 1 1 230px; max-width: 560px; margin: 0 auto; }
.top-tools { display: flex; gap: 4px; margin-left: auto; }
.tool {
  position: relative; display: inline-flex; align-items: center; gap: 7px; padding: 8px 11px; border-radius: var(--radius-s);
  color: var(--ink); text-decoration: none; font-weight: 550; font-size: 0.92rem;
}
.tool:hover, .tool[aria-current] { background: var(--brand-tint); color: var(--brand-ink); }
.account { position: relative; }
.account > summary { list-style: none; cursor: pointer; padding: 6px 10px 6px 8px; }
.account > summary::-webkit-details-marker { display: none; }
.account > summary::after { content: ""; width: 7px; height: 7px; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(45deg) translateY(-2px); }
.account-name { max-width: 9rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.account-menu { position: absolute; right: 0; top: calc(100% + 6px); z-index: 5; min-width: 190px; padding: 6px; background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--radius); box-shadow: 0 8px 24px rgb(0 0 0 / 18%); }
.account-menu :is(a, button) { display: flex; justify-content: space-between; align-items: center; gap: 8px; width: 100%; padding: 9px 12px; border: 0; border-radius: var(--radius-s); background: none; color: var(--ink); font: inherit; text-align: left; text-decoration: none; cursor: pointer; }
.account-menu :is(a, button):hover, .account-menu a[aria-current] { background: var(--brand-tint); color: var(--brand-ink); }
.account-menu li:last-child { border-top: 1px solid var(--line); margin-top: 4px; padding-top: 4px; }
.count {
  min-width: 19px; padding: 0 5px; border-radius: 999px; background: var(--bad); color: var(--paper);
  font-size: 0.72rem; line-height: 19px; font-weight: 700; text-align: center; font-variant-numeric: tabular-nums;
}
.count-brand { background: var(--button); color: #fff; }
.nav { position: relative; max-width: var(--width); margin: 0 auto; padding: 8px 10px 0; overflow-x: auto; scrollbar-width: none; }
.nav ul { display: flex; gap: 2px; }
.nav a {
  display: inline-flex; align-items: center; gap: 7px; padding: 9px 12px 10px; color: var(--ink-soft); text-decoration: none;
  font-weight: 550; border-bottom: 3px solid transparent; white-space: nowrap;
}
.nav a:hover { color: var(--ink); border-color: var(--line); }
.nav a[aria-current] { color: var(--brand); border-color: var(--brand); }
.nav a:focus-visible { outline-offset: -3px; }

main { width: 100%; max-width: var(--width); margin: 0 auto; padding: 28px 20px 56px; flex: 1; }
.foot { border-top: 1px solid var(--line); color: var(--ink-soft); font-size: 0.83rem; }
.foot .button-link { font-size: inherit; padding: 0; }
.foot-row { max-width: var(--width); margin: 0 auto; padding: 16px 20px 24px; display: flex; gap: 4px 20px; flex-wrap: wrap; justify-content: space-between; }

@media (max-width: 360px) {
  .top-row { column-gap: 6px; }
  .tool, .account > summary { padding-inline: 6px; }
  .top-tools { gap: 0; }
  .top .wordmark { font-size: 1.12rem; }
}
@media (max-width: 720px) {
  .strip-row { padding: 7px 14px; }
  .strip-who { flex: 1 1 100%; }
  .strip-who .title, .strip-switch > .soft { display: none; }
  .strip-switch { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; padding: 3px; margin: -3px; max-width: 100%; }
  .persona { white-space: nowrap; padding-block: 4px; }
  .top-row { padding: 10px 14px 0; }
  .wordmark { margin-right: auto; }
  .wordmark-company { display: none; }
  .top-search { order: 3; flex: 1 1 100%; max-width: none; }
  .tool .label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .account-name { display: none; }
  .top-tools { margin-right: -6px; }
  .nav { padding-inline: 4px; }
  .nav a { padding-inline: 10px; }
  main { padding: 20px 14px 44px; }
  .foot .button-link { font-size: inherit; padding: 0; }
.foot-row { padding-inline: 14px; }
}
`
