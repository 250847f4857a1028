import { url } from '../elements/text.js'
import { element } from '../grammar/element.js'
import { needed } from '../grammar/fields.js'
/** `StartPage`. */
export interface StartPage {
  readonly url: string
}

/** `PunchOutSetupResponse`: where the user's browser goes. */
export interface PunchOutSetupResponse {
  readonly startPage: StartPage
}

const startPage = element<StartPage>('StartPage', { url: needed(url) })

export const punchOutSetupResponse = element<PunchOutSetupResponse>('PunchOutSetupResponse', {
  startPage: needed(startPage),
})
