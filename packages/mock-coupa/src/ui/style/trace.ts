/** Documents of a trace. */
export const trace = `
.exchanges { display: grid; gap: 14px; grid-template-columns: minmax(0, 1fr); }
.exchange-head { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
.exchange-head .order { flex: none; width: 26px; height: 26px; border-radius: 50%; background: var(--quiet-tint); color: var(--quiet); display: grid; place-items: center; font-size: 0.8rem; font-weight: 700; }
.exchange-head h2 { overflow-wrap: anywhere; }
.exchange-head .when { margin-left: auto; color: var(--ink-soft); font-size: 0.86rem; font-variant-numeric: tabular-nums; }
.way { display: flex; align-items: center; gap: 10px; margin: 9px 0 4px; flex-wrap: wrap; }
.way .arrow { color: var(--brand); display: inline-flex; align-items: center; }
.way .arrow .icon { width: 34px; height: 16px; }
.party { padding: 1px 10px; border: 1px solid var(--line); border-radius: 5px; background: var(--paper-2); font-size: 0.9rem; overflow-wrap: anywhere; }
.exchange-url { color: var(--ink-soft); font-size: 0.84rem; overflow-wrap: anywhere; }
.document { margin-top: 10px; border: 1px solid var(--line); border-radius: var(--radius-s); overflow: hidden; }
.document > summary { cursor: pointer; padding: 8px 13px; background: var(--paper-2); font-weight: 600; font-size: 0.9rem; }
.document > summary:focus-visible { outline-offset: -3px; }
.document[open] > summary { border-bottom: 1px solid var(--line); }
.code { margin: 0; padding: 13px 15px; overflow: auto; max-height: 520px; font: 0.8rem/1.6 var(--mono); tab-size: 2; }
.code pre { margin: 0; font: inherit; }
.code-tag { color: #0b57a0; } .code-name { color: #8b3d00; } .code-value { color: #14653f; } .code-quiet { color: var(--ink-soft); }
.headers { padding: 10px 15px; border-bottom: 1px solid var(--line); font: 0.78rem/1.6 var(--mono); color: var(--ink-soft); overflow-wrap: anywhere; }
@media screen and (prefers-color-scheme: dark) { .code-tag { color: #7cb8ff; } .code-name { color: #f0b27a; } .code-value { color: #86d6a8; } }
@media (max-width: 720px) { .exchange-head .when { margin-left: 0; flex-basis: 100%; } .code { padding: 11px; font-size: 0.74rem; } }
`
