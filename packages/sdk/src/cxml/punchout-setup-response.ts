/** `PunchOutSetupResponse`: where the user's browser goes. */
export interface PunchOutSetupResponse {
  readonly startPage: { readonly url: string }
}
