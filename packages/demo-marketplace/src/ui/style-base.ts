/** Colours, type, header, buttons: what every page has. */
export const baseStyle = `
:root {
  --ink: #14231e; --soft: #52645d; --faint: #60716a; --line: #dfe6e1; --paper: #fff; --ground: #f5f7f4;
  --brand: #0c5c46; --brand-dark: #084433; --brand-tint: #e3f3ec; --bright: #ffc53d; --bright-tint: #fff6de;
  --red: #b3261e; --red-tint: #fdecea; --blue: #1d4f91; --blue-tint: #e8f0fb; --amber: #8a5a00;
  --line-strong: #b9c6bf; --line-hover: #a9b9b0; --hover: #fafcfa; --quiet-tint: #ecf0ed; --button: #0c5c46; --button-hover: #084433;
  --bright-line: #f1dca2; --red-line: #e9c1bd; --red-ink: #84170f; --blue-ink: #163a69; --bar: #14231e;
  --radius: 14px; --shadow: 0 1px 2px rgb(20 35 30 / .06), 0 6px 20px rgb(20 35 30 / .06);
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e6eee9; --soft: #a9bbb2; --faint: #93a79d; --line: #2b3933; --paper: #18221e; --ground: #101814;
    --brand: #67d3aa; --brand-dark: #9be6c8; --brand-tint: #16362b; --bright: #ffc53d; --bright-tint: #332a10;
    --red: #ff9a91; --red-tint: #3b1a17; --blue: #9cc2f5; --blue-tint: #16283f; --amber: #f0c060;
    --line-strong: #5a7066; --line-hover: #7b9186; --hover: #1d2924; --quiet-tint: #26332d; --button: #127a5c; --button-hover: #15906d;
    --bright-line: #5d4c1a; --red-line: #7a3a34; --red-ink: #ffc2bc; --blue-ink: #c5dcfa; --bar: #0a110e;
    --shadow: 0 1px 2px rgb(0 0 0 / .3);
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font: 16px/1.55 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
}
main { flex: 1; padding-block: 28px 64px; }
.wrap { width: 100%; max-width: 1180px; margin-inline: auto; padding-inline: 24px; }
h1, h2, h3 { line-height: 1.2; letter-spacing: -.015em; margin: 0; text-wrap: balance; }
h1 { font-size: 1.9rem; } h2 { font-size: 1.25rem; } h3 { font-size: 1.05rem; }
p { margin: 0; text-wrap: pretty; } ul, ol { margin: 0; padding: 0; }
a { color: var(--brand); text-underline-offset: 3px; }
img, svg { display: block; }
:focus-visible { outline: 3px solid var(--bright); outline-offset: 2px; border-radius: 6px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 8px 14px; z-index: 9; }
.quiet { color: var(--soft); } .small-print { color: var(--soft); font-size: .875rem; }
.mono { font-family: var(--mono); font-size: .92em; }
.lead { color: var(--soft); font-size: 1.08rem; max-width: 62ch; margin-top: 8px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.demo-bar { background: var(--bar); color: #dbe7e1; font-size: .84rem; }
.demo-row { display: flex; gap: 8px 24px; align-items: center; justify-content: space-between; min-height: 38px; padding-block: 5px; }
.demo-bar .persona { display: flex; gap: 10px; align-items: center; white-space: nowrap; }
.demo-bar strong { color: #fff; } .demo-bar .quiet { color: #9fb3aa; }
.demo-bar .tag { background: var(--bright); color: #3b2a00; font-weight: 700; border-radius: 5px; padding: 0 7px; font-size: .74rem; letter-spacing: .03em; text-transform: uppercase; }
.switches, .switches form { display: flex; gap: 6px; align-items: center; white-space: nowrap; }
.switches { overflow-x: auto; scrollbar-width: none; }
.switches button, .switches a { font: inherit; color: #dbe7e1; background: #2b3d36; border: 0; border-radius: 99px; padding: 2px 11px; cursor: pointer; text-decoration: none; }
.switches a { background: none; text-decoration: underline; }
.switches button:hover { background: #3d544b; color: #fff; }

.site-header { background: var(--paper); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 5; }
.header-row { display: flex; align-items: center; gap: 28px; min-height: 68px; }
.home { display: flex; text-decoration: none; color: var(--ink); }
.logo { display: inline-flex; gap: 9px; align-items: center; font-weight: 750; font-size: 1.24rem; letter-spacing: -.02em; }
search { display: block; flex: 1; min-width: 0; max-width: 480px; }
.search { display: flex; border: 1px solid var(--line-strong); border-radius: 99px; background: var(--ground); overflow: hidden; }
.search:focus-within { border-color: var(--brand); box-shadow: 0 0 0 3px var(--brand-tint); background: var(--paper); }
.search input { flex: 1; min-width: 0; border: 0; background: none; font: inherit; font-size: .95rem; padding: 8px 4px 8px 18px; color: inherit; outline: 0; }
.search button { border: 0; background: none; color: var(--brand); font: inherit; font-size: .92rem; font-weight: 650; padding: 0 18px; cursor: pointer; }
.site-nav { display: flex; gap: 4px; margin-left: auto; }
.site-nav a { color: var(--soft); text-decoration: none; padding: 7px 12px; border-radius: 9px; font-weight: 560; font-size: .95rem; white-space: nowrap; }
.site-nav a:hover { background: var(--ground); color: var(--ink); }
.site-nav a[aria-current] { color: var(--brand); background: var(--brand-tint); }

.trip-banner { background: var(--bright-tint); border-bottom: 1px solid var(--bright-line); }
.trip-row { display: flex; gap: 10px 24px; align-items: center; justify-content: space-between; padding-block: 11px; }
.test-banner { background: repeating-linear-gradient(-45deg, #b3261e 0 18px, #99180f 18px 36px); color: #fff; padding: 11px 0; font-weight: 560; }
.test-banner strong { background: #fff; color: #99180f; border-radius: 5px; padding: 1px 9px; margin-right: 10px; letter-spacing: .04em; }

.button, button.button {
  display: inline-flex; align-items: center; justify-content: center; gap: 8px; border: 1px solid var(--line-strong); background: var(--paper); color: var(--ink);
  border-radius: 11px; padding: 9px 18px; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; line-height: 1.3;
}
.button:hover { border-color: var(--line-hover); background: var(--hover); }
.button.primary { background: var(--button); border-color: var(--button); color: #fff; }
.button.primary:hover { background: var(--button-hover); border-color: var(--button-hover); }
.button.danger { color: var(--red); border-color: var(--red-line); }
.button.small { padding: 5px 13px; font-size: .9rem; border-radius: 9px; }
.button.wide { width: 100%; padding-block: 13px; font-size: 1.05rem; }
.button.link { border: 0; background: none; color: var(--brand); text-decoration: underline; padding-inline: 6px; font-weight: 500; }

input[type=text], input[type=email], select {
  font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line-strong); border-radius: 10px; padding: 9px 13px; width: 100%;
}
input[type=text]:focus, input[type=email]:focus { border-color: var(--brand); outline: 3px solid var(--brand-tint); }
label.field { display: grid; gap: 5px; font-weight: 600; font-size: .93rem; }
label.field input, label.field .small-print { font-weight: 400; } label.field input { font-size: 1rem; }

.pill { display: inline-flex; align-items: center; gap: 7px; border-radius: 99px; padding: 2px 12px; font-size: .84rem; font-weight: 620; background: var(--quiet-tint); color: var(--soft); white-space: nowrap; }
.pill::before { content: ""; width: 7px; height: 7px; border-radius: 50%; background: currentColor; }
.pill-active, .pill-ordered, .pill-fulfilled { background: var(--brand-tint); color: var(--brand); }
.pill-waiting, .pill-held { background: var(--bright-tint); color: var(--amber); }
.pill-accepted { background: var(--blue-tint); color: var(--blue); }
.pill-failed, .pill-cancelled, .pill-ended, .pill-test { background: var(--red-tint); color: var(--red); }

.notice { border-radius: var(--radius); padding: 13px 18px; background: var(--blue-tint); color: var(--blue-ink); margin-bottom: 22px; }
.notice.good { background: var(--brand-tint); color: var(--brand-dark); } .notice.bad { background: var(--red-tint); color: var(--red-ink); }
.panel { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); }
.empty { text-align: center; padding: 72px 20px; display: grid; gap: 14px; justify-items: center; }
.empty p { color: var(--soft); max-width: 56ch; }
.page-head { margin-bottom: 24px; display: flex; flex-wrap: wrap; gap: 12px 32px; justify-content: space-between; align-items: end; }

.site-footer { border-top: 1px solid var(--line); background: var(--paper); color: var(--soft); font-size: .86rem; padding-block: 22px; }
.site-footer .wrap { display: flex; flex-wrap: wrap; gap: 6px 32px; justify-content: space-between; }

@media (max-width: 900px) {
  .wrap { padding-inline: 16px; }
  .header-row { flex-wrap: wrap; gap: 10px 16px; padding-block: 12px; min-height: 0; }
  search { order: 3; flex-basis: 100%; max-width: none; }
  .site-header { position: static; }
  .site-nav { order: 4; flex-basis: 100%; margin: 0 -8px; overflow-x: auto; scrollbar-width: none; gap: 0; }
  .site-nav a { font-size: .86rem; padding: 6px 8px; }
  .demo-row { flex-wrap: wrap; padding-block: 7px; }
  .demo-bar .persona { white-space: normal; }
  .switches { flex-basis: 100%; margin-inline: -16px; padding-inline: 16px; }
  .trip-row { flex-wrap: wrap; }
  h1 { font-size: 1.55rem; }
  main { padding-block: 20px 48px; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; scroll-behavior: auto !important; } }
`
