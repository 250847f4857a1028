/** What only one page has. */
export const pages = `
.cart-actions { display: flex; flex-wrap: wrap; gap: 10px 20px; align-items: center; justify-content: space-between; }
@media (min-height: 560px) {
  .cart-actions { position: sticky; bottom: 0; z-index: 2; border-color: var(--line-strong); }
  html:has(.cart-actions) { scroll-padding-bottom: 110px; }
}
.question { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 2fr); padding-bottom: 12px; border-bottom: 1px solid var(--line); }
.answers { font-size: 0.87rem; font-weight: 400; display: grid; gap: 2px; margin-top: 5px; }
.answers > div { display: flex; flex-wrap: wrap; gap: 0 8px; }
.answers dt { color: var(--ink-soft); }
.pair { display: grid; gap: 20px; grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; }
@media (max-width: 720px) {
  .pair, .question { grid-template-columns: minmax(0, 1fr); }
  .cart-actions { padding: 10px 15px; }
  .cart-actions > p { display: none; }
  .cart-actions .actions { gap: 6px; width: 100%; }
  .cart-actions .button { padding: 7px 9px; font-size: 0.87rem; flex: 1 1 auto; }
}

.hero { margin: -28px calc(50% - 50vw) 24px; padding: 36px calc(50vw - 50%) 34px; background: var(--brand-tint); border-bottom: 1px solid var(--line); overflow: hidden; }
.hero h1 { margin-bottom: 14px; font-size: 1.7rem; }
.hero .search { max-width: 720px; }
.tiles { display: flex; flex-wrap: wrap; gap: 14px; }
.tile {
  display: grid; gap: 9px; width: 190px; padding: 14px; border: 1px solid var(--line); border-radius: var(--radius);
  background: var(--paper); align-content: start; position: relative;
}
.tile:hover { border-color: var(--brand); box-shadow: var(--shadow); }
.tile-logo { width: 150px; height: 50px; border-radius: 5px; overflow: hidden; display: grid; place-items: center; background: var(--button); color: #fff; font-weight: 700; line-height: 1.15; text-align: center; padding: 4px 8px; font-size: 0.93rem; text-decoration: none; }
.tile-logo:hover { color: #fff; }
.tile-logo::after { content: ""; position: absolute; inset: 0; border-radius: var(--radius); }
.tile-logo:focus-visible { outline: none; }
.tile:has(:focus-visible) { outline: 3px solid var(--brand); outline-offset: 2px; }
.tile-logo:has(img) { padding: 0; background: #fff; }
.tile-logo img { width: 150px; height: 50px; object-fit: contain; }
.site-logo::after { content: none; }
.tile .small { color: var(--ink-soft); }

.rows > li { display: flex; gap: 12px; align-items: center; padding: 12px 20px; border-top: 1px solid var(--line); }
.rows > li > .grow { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.rows > li > .end { text-align: right; display: grid; justify-items: end; gap: 3px; flex: none; }
.rows .title { font-weight: 600; }
.unread { background: var(--brand-tint); }
.rows .button-link { font-weight: 600; text-align: left; padding: 0; font-size: inherit; line-height: inherit; justify-content: start; }
.dot { width: 9px; height: 9px; border-radius: 50%; background: var(--brand); flex: none; }
.dot-read { background: transparent; border: 1px solid var(--line-strong); }

.results { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
.result { display: grid; grid-template-columns: 76px minmax(0, 1fr) auto; gap: 16px; }
.result-image { width: 76px; height: 76px; border-radius: 8px; background: var(--paper-2); border: 1px solid var(--line); display: grid; place-items: center; overflow: hidden; color: var(--line-strong); }
.result-image img { width: 100%; height: 100%; object-fit: contain; }
.result-buy { display: grid; gap: 8px; justify-items: end; align-content: start; }
.result-buy form { display: flex; gap: 8px; align-items: end; }
.result .badges { display: flex; gap: 6px; flex-wrap: wrap; margin-bottom: 4px; }
.result p { margin-top: 3px; overflow-wrap: anywhere; }
.quantity { width: 68px !important; min-height: 38px !important; text-align: right; }
.price { font-size: 1.12rem; font-weight: 700; font-variant-numeric: tabular-nums; white-space: nowrap; }
.group-head { display: flex; align-items: baseline; gap: 10px; margin: 26px 0 12px; flex-wrap: wrap; }

.found { display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: 24px; align-items: start; margin-top: 18px; }
.found:not(:has(.facets section)) { grid-template-columns: minmax(0, 1fr); }
.facets { display: grid; gap: 18px; }
.found:not(:has(.facets section)) .facets { display: none; }
.facets .legend { margin-bottom: 4px; }
.facets a { display: flex; justify-content: space-between; gap: 8px; padding: 5px 10px; border-radius: var(--radius-s); color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
.facets a:hover { background: var(--quiet-tint); }
.facets a[aria-current] { background: var(--brand-tint); color: var(--brand-ink); font-weight: 600; }
.pager { display: flex; gap: 14px; align-items: center; justify-content: center; margin-top: 20px; }
.hero-row { display: flex; gap: 12px; align-items: center; flex-wrap: wrap; }
.hero-row > search { flex: 1 1 420px; max-width: 720px; }
.line-notice { display: grid; gap: 2px; font-size: 0.88rem; margin-top: 4px; }
.line-notice .problem { color: var(--bad); font-weight: 550; }
.line-notice .code { font-family: var(--mono); font-size: 0.8rem; }

.door { margin: 0 auto; display: grid; gap: 22px; }
.door { max-width: 720px; margin-top: 9vh; }
.door h1 { margin: 18px 0 6px; font-size: 1.9rem; }
.people { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px; }
.people form, .person-card { height: 100%; }
.person-card { width: 100%; font: inherit; text-align: left; color: var(--ink); cursor: pointer; display: flex; gap: 14px; align-items: center; }
.person-card:hover { border-color: var(--brand); background: var(--paper-2); }
.person-card .name { font-weight: 650; display: block; }
.hop { max-width: 520px; margin: 9vh auto 0; text-align: center; display: grid; gap: 14px; justify-items: center; }
.spinner { width: 34px; height: 34px; border-radius: 50%; border: 4px solid var(--line); border-top-color: var(--brand); }
@media (prefers-reduced-motion: no-preference) { .spinner { animation: turn 0.9s linear infinite; } }
@keyframes turn { to { transform: rotate(360deg); } }
.fault { max-width: 640px; margin: 5vh auto 0; }
.fault .next { margin-top: 18px; }
.top-row-bare { padding-bottom: 14px; }
.fault h1 { margin-bottom: 12px; }
.fault-code { font-size: 0.84rem; font-weight: 700; color: var(--bad); letter-spacing: 0.04em; }
.literal { font-family: var(--mono); font-size: 0.92rem; padding: 12px 14px; border-radius: var(--radius-s); background: var(--bad-tint); color: var(--bad); overflow-wrap: anywhere; }
.advice { padding-left: 20px; list-style: disc; display: grid; gap: 5px; }

.person-name { display: flex; gap: 11px; align-items: center; text-align: left; }
.setup { display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: 24px; align-items: start; }
.side a { display: block; padding: 8px 12px; border-radius: var(--radius-s); color: var(--ink); text-decoration: none; }
.side a:hover { background: var(--quiet-tint); }
.side a[aria-current] { background: var(--brand-tint); color: var(--brand-ink); font-weight: 600; }

@media (max-width: 720px) {
  .hero { margin-top: -20px; padding-block: 24px; }
  .hero h1 { font-size: 1.35rem; }
  .tiles { display: grid; grid-template-columns: minmax(0, 1fr); }
  .tile { width: auto; grid-template-columns: 150px minmax(0, 1fr); align-items: center; }
  .found { grid-template-columns: minmax(0, 1fr); gap: 14px; }
  .facets { display: flex; overflow-x: auto; gap: 20px; }
  .facets section { flex: none; }
  .rows > li { padding-inline: 15px; align-items: start; flex-wrap: wrap; }
  .rows > .news > .grow { flex-basis: calc(100% - 30px); }
  .rows > .news > :is(form, .end) { margin-left: auto; }
  .result { grid-template-columns: 54px minmax(0, 1fr); }
  .result-image { width: 54px; height: 54px; }
  .result-buy { grid-column: 1 / -1; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 8px 14px; }
  .result-buy .number { text-align: left; }
  .door { margin-top: 2vh; }
  .door h1 { font-size: 1.5rem; }
  .people { grid-template-columns: minmax(0, 1fr); }
  .setup { grid-template-columns: minmax(0, 1fr); gap: 14px; }
  .side ul { display: flex; overflow-x: auto; scrollbar-width: none; }
  .side a { white-space: nowrap; }
}
`
