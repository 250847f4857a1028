import { createContext } from 'hono/jsx'

/** The one value that the policy of a response lets scripts carry. */
export const NonceContext = createContext('')
