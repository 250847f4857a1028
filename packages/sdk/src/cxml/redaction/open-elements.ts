/** What is known of an element that is open, in a document that may be broken. */
export interface Frame {
  /** As `localName` gives it. */
  readonly name: string
  /** The content is a secret, from here on: what it is. */
  readonly secret?: { readonly what: string; readonly from: number }
  /** The text is personal data: what it is. */
  readonly personal?: string
  /** A Credential whose Identity is a secret. */
  readonly isTelling?: boolean
}

/** The elements that are open at a place. */
export class OpenElements {
  readonly #frames: Frame[] = []
  readonly #counts = new Map<string, number>()
  #secret: Frame['secret']

  /** The outermost one that is open: what is inside is looked at no further. */
  get secret(): Frame['secret'] {
    return this.#secret
  }

  get innermost(): Frame | undefined {
    return this.#frames.at(-1)
  }

  /** Whether these are the innermost, the innermost last. */
  isIn(...names: readonly string[]): boolean {
    return names.every((name, index) => this.#frames.at(index - names.length)?.name === name)
  }

  open(frame: Frame): void {
    this.#frames.push(frame)
    this.#counts.set(frame.name, (this.#counts.get(frame.name) ?? 0) + 1)
    this.#secret ??= frame.secret
  }

  /**
   * Closes an element with what is still open in it; an end tag of nothing means nothing. Returns the secret that ends
   * with it.
   */
  close(name: string): Frame['secret'] {
    if ((this.#counts.get(name) ?? 0) === 0) return undefined
    const before = this.#secret
    for (let frame = this.#frames.pop(); frame !== undefined; frame = this.#frames.pop()) {
      this.#counts.set(frame.name, (this.#counts.get(frame.name) ?? 0) - 1)
      if (frame.secret !== undefined && frame.secret === before) this.#secret = undefined
      if (frame.name === name) break
    }
    return this.#secret === undefined ? before : undefined
  }
}
