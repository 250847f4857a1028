/** The whole list, as exact values. */
export function ExportLink({ href }: { readonly href: string }) {
  return (
    <a class="button button-small" href={href}>
      Export as CSV
    </a>
  )
}
