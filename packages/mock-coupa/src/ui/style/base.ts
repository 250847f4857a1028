/** Elements without a class. */
export const base = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--ink);
  font: 400 15px/1.55 var(--sans); overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.25; margin: 0; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.08rem; }
h3 { font-size: 0.97rem; }
p { margin: 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
dl, dd, dt { margin: 0; }
a { color: var(--brand); text-underline-offset: 2px; text-decoration-thickness: 1px; }
a:hover { color: var(--brand-ink); }
img { max-width: 100%; display: block; }
code, pre { font-family: var(--mono); font-size: 0.86em; }
time { white-space: nowrap; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; border-radius: 3px; }
.strip :focus-visible { outline-color: #9dccff; }
search { display: block; }
[hidden] { display: none !important; }
.soft { color: var(--ink-soft); }
.small { font-size: 0.87rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.break { overflow-wrap: anywhere; }
.keep-lines { white-space: pre-line; }
.unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0;
}
.skip {
  position: absolute; left: 12px; top: -60px; z-index: 10; padding: 10px 16px; border-radius: 0 0 8px 8px;
  background: var(--paper); color: var(--brand); font-weight: 600;
}
.skip:focus { top: 0; }
@media (prefers-reduced-motion: no-preference) {
  .button, .tile, a { transition: background-color 0.12s, border-color 0.12s, box-shadow 0.12s; }
}
`
