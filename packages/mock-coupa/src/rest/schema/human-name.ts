/** `po-number` → `Po number`, as the framework names attributes in its messages. */
export function humanName(name: string): string {
  const words = name
    .replace(/[-_]id$/, '')
    .replaceAll('-', ' ')
    .replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
