/** Labels, inputs and what is wrong with them. */
export const forms = `
.form { display: grid; gap: 18px; }
.form-grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px 20px; }
.form-grid > .wide { grid-column: 1 / -1; }
.field { display: grid; gap: 5px; align-content: start; min-width: 0; }
.field label, .legend { font-weight: 600; font-size: 0.9rem; }
.field .hint { color: var(--ink-soft); font-size: 0.84rem; }
.field .problem { color: var(--bad); font-size: 0.87rem; font-weight: 550; display: block; }
.field .problem::first-letter { text-transform: uppercase; }
.shares { display: grid; gap: 2px; }
.optional { color: var(--ink-soft); font-weight: 400; }
input[type="text"], input[type="search"], input[type="email"], input[type="url"], input[type="password"], input[type="number"], input[type="file"], select, textarea {
  width: 100%; min-height: 40px; padding: 8px 11px; font: inherit; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line-strong); border-radius: var(--radius-s);
}
textarea { min-height: 84px; resize: vertical; }
input::placeholder, textarea::placeholder { color: var(--ink-soft); opacity: 1; }
input:focus-visible, select:focus-visible, textarea:focus-visible { outline-offset: 0; border-radius: var(--radius-s); }
[aria-invalid="true"] { border-color: var(--bad) !important; border-width: 2px !important; }
.check { display: flex; gap: 9px; align-items: start; }
.check input { width: 18px; height: 18px; margin: 3px 0 0; accent-color: var(--button); flex: none; }
fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 14px; min-width: 0; }
.legend { padding: 0; font-size: 1rem; margin-bottom: 4px; }
.custom-field { grid-template-columns: repeat(3, minmax(0, 1fr)); }
form:not(.form) > .form-section { margin-top: 18px; }
.form-section { border-top: 1px solid var(--line); padding-top: 18px; }
fieldset.form-section { border: 0; padding: 0; }
fieldset.form-section > .legend { width: 100%; border-top: 1px solid var(--line); padding-top: 18px; }

.search { display: flex; position: relative; }
.search .icon { position: absolute; left: 12px; top: 50%; transform: translateY(-50%); color: var(--ink-soft); pointer-events: none; }
.search input[type="search"] { padding-left: 40px; padding-right: 12px; border-radius: 999px 0 0 999px; border-right: 0; appearance: none; }
.search .button { border-radius: 0 999px 999px 0; min-height: 40px; padding-inline: 18px; }
.search-l input[type="search"] { min-height: 52px; font-size: 1.05rem; padding-left: 48px; }
.search-l .icon { left: 17px; }
.search-l .button { min-height: 52px; padding-inline: 26px; }
@media (max-width: 720px) {
  .form-grid, .custom-field { grid-template-columns: minmax(0, 1fr); }
  .search .button { padding-inline: 14px; }
}
`
