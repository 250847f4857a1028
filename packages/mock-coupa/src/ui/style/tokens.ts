/** Colours, type and spacing. Every pair of text and ground that is used meets WCAG 2.2 AA (4.5:1) in both schemes. */
export const tokens = `
:root {
  color-scheme: light dark;
  --ground: #f3f5f8;
  --paper: #ffffff;
  --paper-2: #f8fafc;
  --ink: #18222f;
  --ink-soft: #546172;
  --line: #dde3ea;
  --line-strong: #8693a3;
  --brand: #0a5ba8;
  --brand-ink: #084b8b;
  --brand-tint: #e6f0fa;
  --button: #0a5ba8;
  --button-hover: #084b8b;
  --good: #11643c;
  --good-tint: #e2f3e9;
  --wait: #7d4c00;
  --wait-tint: #fdf0d9;
  --bad: #a8221a;
  --bad-tint: #fce9e7;
  --quiet: #49566a;
  --quiet-tint: #e9edf2;
  --strip: #0d2038;
  --strip-ink: #e8eef6;
  --strip-soft: #a9bad0;
  --portal: #14532d;
  --portal-ink: #f0fdf4;
  --portal-soft: #bbdcc7;
  --shadow: 0 1px 2px rgb(16 32 56 / 6%), 0 2px 8px rgb(16 32 56 / 5%);
  --radius: 10px;
  --radius-s: 6px;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
  --width: 1180px;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0f141b;
    --paper: #182029;
    --paper-2: #1d2631;
    --ink: #e5eaf1;
    --ink-soft: #a3b0c0;
    --line: #2b3643;
    --line-strong: #74849a;
    --brand: #79b8ff;
    --brand-ink: #9dccff;
    --brand-tint: #162c45;
    --button: #1a68b8;
    --button-hover: #2477cb;
    --good: #7bd7a3;
    --good-tint: #12301f;
    --wait: #f0c070;
    --wait-tint: #35270d;
    --bad: #ff9d95;
    --bad-tint: #3b1815;
    --quiet: #b3bfcd;
    --quiet-tint: #27313d;
    --strip: #070c13;
    --portal: #0b2f1a;
    --shadow: none;
  }
}
`
