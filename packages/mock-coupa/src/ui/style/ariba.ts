/** The look of SAP Ariba's pages: a dark bar at the top, square corners, golden marks; and the frame of a shop. */
export const ariba = `
.face-ariba { --brand: #0a6ed1; --brand-ink: #084f96; --brand-tint: #e5f0fa; --button: #0a6ed1; --button-hover: #085caf; --radius: 4px; --radius-s: 3px; --strip: #1d2d3e; }
.face-ariba .top { background: #354a5f; border-bottom: 3px solid #f0ab00; }
.face-ariba .top .wordmark, .face-ariba .top .wordmark b, .face-ariba .wordmark-company, .face-ariba .tool, .face-ariba .nav a { color: #ffffff; }
.face-ariba .tool:hover, .face-ariba .tool[aria-current] { background: rgb(255 255 255 / 14%); color: #ffffff; }
.face-ariba .nav a:hover { border-color: rgb(255 255 255 / 40%); }
.face-ariba .nav a[aria-current] { border-color: #f0ab00; }
.face-ariba .top-row-bare { padding-bottom: 14px; }
.face-ariba .top .button { border-color: transparent; }

.shop { display: flex; flex-direction: column; height: 100vh; height: 100dvh; }
.shop-banner { background: #354a5f; color: #ffffff; border-bottom: 3px solid #f0ab00; padding: 8px 14px; display: flex; align-items: center; gap: 6px 18px; flex-wrap: wrap; }
.shop-banner p { margin: 0 auto 0 0; }
.shop-banner h1 { margin: 0; font-size: 1rem; }
.shop-banner .soft { color: #d5dce4; }
.shop main { flex: 1; display: flex; max-width: none; min-height: 0; padding: 0; }
.shop-frame { flex: 1; width: 100%; border: 0; background: #ffffff; }
@media screen and (prefers-color-scheme: dark) {
  .face-ariba { --brand: #91c8f6; --brand-ink: #b3daf8; --brand-tint: #17324a; --button: #1a68b8; --button-hover: #2477cb; }
}
`
