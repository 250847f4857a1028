/** Cards, buttons, pills, notices, definition lists. */
export const elements = `
.page-head { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; margin-bottom: 20px; }
.page-head .actions { margin-left: auto; }
.page-head .lead { flex-basis: 100%; color: var(--ink-soft); }
.crumbs { font-size: 0.87rem; margin-bottom: 6px; color: var(--ink-soft); }
.crumbs a { color: var(--ink-soft); }
.crumbs a + a::before { content: "/"; display: inline-block; margin-inline: 4px 8px; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 330px; gap: 20px; align-items: start; }
.stack { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); padding: 18px 20px; min-width: 0; }
.card-flush { padding: 0; overflow: hidden; }
.card-flush > .card-head { padding: 16px 20px 12px; margin: 0; }
.card-head { display: flex; align-items: baseline; flex-wrap: wrap; gap: 4px 12px; margin-bottom: 12px; }
.card-head > :nth-child(2) { margin-left: auto; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }

.button {
  position: relative; display: inline-flex; align-items: center; justify-content: center; gap: 7px; min-height: 38px; padding: 7px 15px;
  border: 1px solid var(--line-strong); border-radius: var(--radius-s); background: var(--paper); color: var(--ink);
  font: 600 0.93rem/1.3 var(--sans); text-decoration: none; cursor: pointer;
}
.button:hover { background: var(--paper-2); border-color: var(--ink-soft); color: var(--ink); }
.button-main { background: var(--button); border-color: var(--button); color: #fff; }
.button-main:hover { background: var(--button-hover); border-color: var(--button-hover); color: #fff; }
.button-bad { border-color: var(--bad); color: var(--bad); }
.button-bad:hover { background: var(--bad-tint); border-color: var(--bad); color: var(--bad); }
.button-small .icon { width: 16px; height: 16px; }
.button-small { min-height: 32px; padding: 4px 11px; font-size: 0.87rem; }
.button-wide { width: 100%; }
.button-link { border: 0; background: none; padding: 4px 2px; min-height: 0; color: var(--brand); font-weight: 500; text-decoration: underline; text-underline-offset: 2px; }
.button-link:hover { background: none; color: var(--brand-ink); }

.pill {
  display: inline-flex; align-items: center; gap: 6px; padding: 2px 10px 2px 8px; border-radius: 999px; white-space: nowrap;
  font-size: 0.8rem; font-weight: 600; line-height: 1.55; background: var(--quiet-tint); color: var(--quiet);
}
.pill::before { content: ""; width: 7px; height: 7px; border-radius: 50%; background: currentColor; }
.pill-good { background: var(--good-tint); color: var(--good); }
.pill-wait { background: var(--wait-tint); color: var(--wait); }
.pill-bad { background: var(--bad-tint); color: var(--bad); }
.pill-info { background: var(--brand-tint); color: var(--brand-ink); }
.badge { display: inline-block; padding: 1px 8px; border-radius: 4px; font-size: 0.77rem; font-weight: 600; background: var(--quiet-tint); color: var(--quiet); }
.badge-info { background: var(--brand-tint); color: var(--brand-ink); }

.notice { display: grid; gap: 4px; padding: 12px 16px; border-radius: var(--radius-s); border: 1px solid; border-left-width: 4px; margin-bottom: 20px; }
.notice-good { background: var(--good-tint); color: var(--good); }
.notice-wait { background: var(--wait-tint); color: var(--wait); }
.notice-bad { background: var(--bad-tint); color: var(--bad); }
.notice-info { background: var(--brand-tint); color: var(--brand-ink); }
.notice a { color: inherit; font-weight: 600; }
.stack > .notice, .card > .notice { margin-bottom: 0; }

.empty { text-align: center; padding: 44px 20px; color: var(--ink-soft); display: grid; gap: 8px; justify-items: center; }
.empty-title { color: var(--ink); font-weight: 650; }
.empty .icon { width: 34px; height: 34px; color: var(--line-strong); margin-bottom: 4px; }
.empty .button { margin-top: 8px; }
.icon { width: 20px; height: 20px; flex: none; }

.table-foot { border-top: 1px solid var(--line); padding: 14px 20px; display: flex; justify-content: flex-end; align-items: baseline; gap: 14px; }
.total { font-size: 1.2rem; font-weight: 700; font-variant-numeric: tabular-nums; }

.facts { display: grid; gap: 9px; }
.facts > div { display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: 10px; }
.facts dt { color: var(--ink-soft); font-size: 0.9rem; }
.facts dd { overflow-wrap: anywhere; }

/* In one column what is said about a document, and its history last, come after what can be done with it. */
@media (min-width: 901px) { .narrow-only { display: none !important; } }
@media (max-width: 900px) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .columns > .stack { display: contents; }
  .columns > .stack > .stack { order: 1; }
  .columns > .stack > [aria-labelledby="history"] { order: 2; }
}
@media (max-width: 720px) {
  h1 { font-size: 1.35rem; }
  .card { padding: 15px; }
  .card-flush { padding: 0; }
  .card-flush > .card-head { padding: 14px 15px 8px; }
  .page-head .actions { margin-left: 0; }
  .table-foot { padding: 12px 15px; justify-content: space-between; }
}
`
