/** Something that a page has to say no to; title and message are shown. */
export class PageError extends Error {
  override readonly name = 'PageError'
  readonly status: number
  readonly title: string

  constructor(status: number, title: string, message: string) {
    super(message)
    this.status = status
    this.title = title
  }
}
