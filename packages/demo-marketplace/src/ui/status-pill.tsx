/** A state in a word, with its colour. */
export function StatusPill({ status, text }: { readonly status: string; readonly text: string }) {
  return <span class={`pill pill-${status}`}>{text}</span>
}
