/** The supplier portal's own bar, so that nobody takes it for the company's pages. */
export const portal = `
.portal { background: var(--portal); color: var(--portal-ink); }
.portal-row { max-width: var(--width); margin: 0 auto; padding: 14px 20px 4px; display: flex; align-items: center; gap: 6px 24px; flex-wrap: wrap; }
.portal-who { margin-left: auto; font-size: 0.9rem; overflow-wrap: anywhere; }
.portal .wordmark, .portal .wordmark:hover, .portal .wordmark b { color: var(--portal-ink); white-space: normal; }
.portal .nav a { color: var(--portal-soft); }
.portal .nav a:hover, .portal .nav a[aria-current] { color: var(--portal-ink); border-color: var(--portal-ink); }
.portal :focus-visible { outline-color: var(--portal-ink); }
@media (max-width: 720px) { .portal-row { padding-inline: 14px; } .portal-who { margin-left: 0; flex-basis: 100%; } }
`
