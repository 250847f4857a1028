/** The fields of a form that was sent. */
export interface Fields {
  /** Trimmed; empty when it was not sent. */
  text(name: string): string
  /** Undefined when it was left empty. */
  optional(name: string): string | undefined
  isChecked(name: string): boolean
  /** Everything that was sent under this name, in order. */
  all(name: string): readonly string[]
  /** One value a line or separated by commas. */
  list(name: string): string[]
}

/** Read as browsers write them: a dot or a bracket in a name is a character like any other. */
export function readFields(body: string): Fields {
  const sent = new URLSearchParams(body)
  const text = (name: string) => sent.get(name)?.trim() ?? ''
  return {
    text,
    optional: name => text(name) || undefined,
    all: name => sent.getAll(name),
    isChecked: name => text(name) !== '',
    list: name =>
      text(name)
        .split(/[\n,]/)
        .map(part => part.trim())
        .filter(part => part !== ''),
  }
}
