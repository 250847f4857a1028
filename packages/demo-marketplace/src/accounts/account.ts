/** Somebody the shop knows by e-mail address. The demo has no passwords: knowing the address is being the person. */
export interface Account {
  /** Lower case. */
  readonly email: string
  readonly name: string
  /** The company they shop for. */
  readonly company?: string
}

/** Runs the shop: decides about orders that do not agree with their request. */
export const operator: Account = {
  email: 'orders@brightstack.example',
  name: 'Olivia Park',
  company: 'Brightstack operations',
}

/** Has no procurement system behind them. */
export const ordinaryVisitor: Account = {
  email: 'sam.rivers@mail.example',
  name: 'Sam Rivers',
  company: 'private person',
}

/** The key of an account: ` Emma@Example.COM ` → `emma@example.com`. */
export function accountKey(email: string): string {
  return email.trim().toLowerCase()
}

/** One address, of a sane length, without what could break out of a mail header. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>(),;:"\\[\]\p{Cc}]+@[^\s@<>(),;:"\\[\]\p{Cc}]+$/u.test(text)
}
