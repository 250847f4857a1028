import { createContext, useContext } from 'hono/jsx'

/** The session's token, so that every form below carries it without passing it along. */
export const CsrfContext = createContext('')

/** First child of every form that posts. */
export function Csrf() {
  return <input type="hidden" name="csrf" value={useContext(CsrfContext)} />
}
