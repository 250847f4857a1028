/** The approval chain, drawn as steps, and the history below it. */
export const chain = `
.chain { display: flex; }
.notice + .chain { margin-top: 16px; }
.step { flex: 1 1 0; min-width: 0; position: relative; padding: 0 14px 0 0; display: grid; gap: 2px; align-content: start; }
.step::before { content: ""; position: absolute; top: 13px; left: 0; right: 0; height: 2px; background: var(--line); }
.step:last-child::before { content: none; }
.step:last-child { flex: 0 1 170px; }
.step:has(.parallel) { flex-grow: 1.8; }
.step-done::before { background: var(--good); }
.step-mark {
  position: relative; width: 28px; height: 28px; border-radius: 50%; display: grid; place-items: center; margin-bottom: 7px;
  background: var(--paper); border: 2px solid var(--line-strong); color: var(--ink-soft); font-size: 0.8rem; font-weight: 700;
}
.step-mark .icon { width: 15px; height: 15px; }
.step-done .step-mark { background: var(--good); border-color: var(--good); color: var(--paper); }
.step-now .step-mark { border-color: var(--wait); color: var(--wait); background: var(--wait-tint); }
.step-refused .step-mark { background: var(--bad); border-color: var(--bad); color: var(--paper); }
.step-name { font-weight: 600; overflow-wrap: anywhere; }
.step-state { font-size: 0.85rem; color: var(--ink-soft); }
.step-now > .step-state { color: var(--wait); font-weight: 600; }
.step-done .step-state strong { color: var(--good); }
.step-refused .step-state strong { color: var(--bad); }
.parallel { display: grid; gap: 10px; margin: 4px 0 0; padding: 0; list-style: none; }
.parallel > li { display: grid; gap: 2px; padding-left: 10px; border-left: 2px solid var(--line); }
.parallel > .step-done { border-color: var(--good); }
.parallel > .step-now { border-color: var(--wait); }
.parallel > .step-refused { border-color: var(--bad); }
.chain ~ .form-section { margin-top: 18px; }
.chain ~ .form-section > .form { margin-top: 12px; }
.added { display: grid; gap: 6px; margin: 12px 0 0; padding: 0; list-style: none; }
.added > li { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.quote { margin: 6px 0 0; padding: 6px 10px; border-left: 3px solid var(--line); color: var(--ink); font-size: 0.9rem; overflow-wrap: anywhere; white-space: pre-line; background: var(--paper-2); }

.timeline { display: grid; }
.timeline > li { position: relative; padding: 0 0 16px 24px; }
.timeline > li::before { content: ""; position: absolute; left: 4px; top: 8px; width: 9px; height: 9px; border-radius: 50%; background: var(--line-strong); }
.timeline > li::after { content: ""; position: absolute; left: 8px; top: 20px; bottom: -5px; width: 1px; background: var(--line); }
.timeline > li:last-child { padding-bottom: 0; }
.timeline > li:last-child::after { content: none; }
.timeline .what { overflow-wrap: anywhere; }

@media (max-width: 720px) {
  .chain { display: grid; }
  .step { padding: 0 0 16px 42px; }
  .step::before { top: 28px; bottom: 0; left: 13px; right: auto; width: 2px; height: auto; }
  .step:last-child { padding-bottom: 0; }
  .step:last-child::before { content: none; }
  .step:last-child { flex: none; }
  .step-mark { position: absolute; left: 0; top: 0; }
}
`
