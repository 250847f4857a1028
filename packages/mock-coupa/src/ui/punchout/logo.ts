import type { Picture, Visit } from '../answer.js'
import { readNumber } from '../read-number.js'

/** The uploaded logo of a punchout site. */
export function showLogo({ coupa, person, params }: Visit): Picture {
  const { mediaType, bytes } = coupa.logo(person.login, readNumber(params.site, 'punchout site'))
  return { kind: 'picture', mediaType, bytes }
}
