/** Below so many pixels of its own a table is cards, one a row. What the columns of some need is more than of most. */
const rooms = { s: 600, m: 720, l: 900, xl: 1030, xxl: 1110 } as const

export type TableRoom = keyof typeof rooms

/** On paper a table stays one. */
const asCards = (Object.keys(rooms) as TableRoom[])
  .map(
    room => `@media screen {
@container table-${room} (max-width: ${rooms[room] - 1}px) {
  .table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .table, .table tbody { display: block; }
  .table tr { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr)); gap: 5px 40px; padding: 12px var(--side); border-bottom: 1px solid var(--line); }
  .table tr:last-child { border-bottom: 0; }
  .table td, .table td:first-child, .table td:last-child { display: flex; justify-content: space-between; gap: 16px; padding: 0; border: 0; text-align: right; white-space: normal; }
  .table td::before { content: attr(data-label); color: var(--ink-soft); font-size: 0.87rem; text-align: left; flex: none; font-weight: 400; }
  .table td.lead-cell { text-align: left; }
  .table td.lead-cell, .table td[data-label=""] { grid-column: 1 / -1; }
  .table td.lead-cell::before, .table td[data-label=""]::before { content: none; }
  .table th a { display: none; }
  .table .no-order { display: inline; }
  .table .cell-field { justify-items: end; flex: 0 1 12rem; }
  .table .cell-field .problem { width: auto; }
}
}
`,
  )
  .join('')

/** Tables, which become cards by the room that they have: a screen may be wide and the column narrow. */
export const tables = `
.table-box { --side: 20px; container-type: inline-size; overflow-x: auto; }
@media (max-width: 720px) { .table-box { --side: 15px; } }
${(Object.keys(rooms) as TableRoom[]).map(room => `.table-box-${room} { container-name: table-${room}; }\n`).join('')}
.table { width: 100%; border-collapse: collapse; }
.table th { text-align: left; font-size: 0.79rem; font-weight: 600; color: var(--ink-soft); padding: 9px 12px; border-bottom: 1px solid var(--line); white-space: nowrap; }
.table th.number { text-align: right; }
.table td { padding: 11px 12px; border-bottom: 1px solid var(--line); vertical-align: top; }
.table th:first-child, .table td:first-child { padding-left: 20px; }
.table th:last-child, .table td:last-child { padding-right: 20px; }
.table tr:last-child td { border-bottom: 0; }
.table tbody tr:hover { background: var(--paper-2); }
.table .lead-cell { font-weight: 600; min-width: 10rem; }
.table .lead-cell .soft { font-weight: 400; }
@container table-xxl (min-width: ${rooms.xxl}px) {
  .table :is(td, th):not(:first-child, :last-child) { padding-inline: 7px; }
  .table .actions { flex-wrap: nowrap; gap: 5px; }
}
.table-box-xxl .table th { white-space: normal; vertical-align: bottom; }
.table th a { color: inherit; text-decoration: none; display: inline-flex; gap: 4px; }
.table th a:hover { text-decoration: underline; }
/* Headings are out of sight on cards, where the filters order the list: nobody should tab through them. */
.no-order { display: none; }
.table select { min-height: 36px; padding-block: 4px; width: auto; max-width: 100%; }
.table .check { display: inline-flex; }
.cell-field { display: grid; gap: 3px; min-width: 0; text-align: left; }
.cell-field .problem { color: var(--bad); font-size: 0.84rem; font-weight: 550; width: min-content; min-width: 8.4rem; white-space: normal; overflow-wrap: anywhere; }
.table .cell-field :is(input, select) { min-height: 36px; padding: 4px 8px; }
.table .cell-field select { width: 9.4rem; max-width: 100%; text-overflow: ellipsis; }
.cell-field input[type="date"] { width: 8.4rem; }
.cell-quantity { display: inline-flex; gap: 6px; align-items: baseline; }
.cell-quantity input { width: 74px; text-align: right; }
.cell-quantity .cell-field { justify-items: end; text-align: right; }
.cell-quantity .problem { min-width: 6rem; }
${asCards}
`
