/** Filters above a list, the order of its columns and its pages. */
export const lists = `
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 12px 16px; align-items: end; margin-bottom: 20px; }
.filters input, .filters select { height: 40px; }
.filters input[type="checkbox"] { height: 18px; }
.filters .check { min-height: 40px; align-items: center; }
.filters .check input { margin: 0; }
.filters .optional { display: none; }
input[type="date"], input[type="file"] {
  width: 100%; min-height: 40px; padding: 8px 11px; font: inherit; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line-strong); border-radius: var(--radius-s);
}
.paging { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 14px; padding: 12px 20px; border-top: 1px solid var(--line); }
.tabs { border-bottom: 1px solid var(--line); margin-bottom: 20px; }
.tabs ul { display: flex; gap: 2px; overflow-x: auto; }
.tabs a { display: block; padding: 9px 14px; color: var(--ink-soft); text-decoration: none; font-weight: 550; border-bottom: 3px solid transparent; }
.tabs a:hover { color: var(--ink); }
.tabs a[aria-current] { color: var(--brand); border-color: var(--brand); }
.tabs a:focus-visible { outline-offset: -3px; }
.timeline + .form-section, .card > .soft + .form-section { margin-top: 18px; }
@media (min-width: 721px) {
  [data-notification-type] td:nth-child(2) { width: 120px; }
  [data-notification-type] td:nth-child(3) { width: 190px; }
  .list-text { display: block; min-width: 170px; }
}
@media (max-width: 720px) {
  .filters { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px 10px; padding: 12px 15px; }
  .filters > :first-child:has([type="text"]), .filters > .actions { grid-column: 1 / -1; }
  .filters :is(input, select) { padding-inline: 8px; font-size: 0.93rem; }
  .filters label { font-size: 0.84rem; }
  .paging { padding: 12px 15px; }
}
@media (max-width: 340px) { .filters { grid-template-columns: minmax(0, 1fr); } }
/* What is read on paper: no doors, nothing to press, one column, ink on white whatever the screen has. */
@media print {
  :root { color-scheme: light; --shadow: none; }
  body { background: #ffffff; }
  .top, .strip, .portal .nav, .foot, .skip, .side, .tabs, .crumbs, .actions, .filters, .paging, .cart-actions, main form, main details { display: none !important; }
  .card:has(> form):not(:has(.table, .timeline, .facts, .chain, .rows)) { display: none; }
  main { padding: 0; max-width: none; }
  .columns, .pair, .setup { display: block; }
  .card { break-inside: avoid; margin-bottom: 14px; box-shadow: none; }
  .card:has(.table) { break-inside: auto; }
  .table tr, .timeline li { break-inside: avoid; }
  .table thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`
