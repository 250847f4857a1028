/** Coupa's Groups: who decides together, and for what they are asked. */
export interface Groups {
  /** Those of this person first, each by name. */
  groups(login: string): readonly Group[]
}

export interface Group {
  readonly id: number
  readonly name: string
  readonly members: readonly { readonly login: string; readonly fullName: string; readonly title: string }[]
  readonly isMember: boolean
  /** Names of the active approval chains that ask the group. */
  readonly askedBy: readonly string[]
}
