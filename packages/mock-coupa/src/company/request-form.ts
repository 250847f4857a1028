/** Coupa's Forms: something that is asked for often and that no catalogue has, with the questions that it needs. */
export interface RequestForm {
  id: number
  name: string
  description: string
  active: boolean
  /** Id of the supplier. Absent: a buyer chooses one. */
  supplier?: number
  commodity?: string
  /** Price of one. Absent: a buyer finds out. */
  unitPrice?: string
  /** Absent: the company's first. */
  uom?: string
  /** The questions in their order. Their answers become custom fields of the line. */
  fields: FormField[]
}

export interface FormField {
  name: string
  kind: FormFieldKind
  required: boolean
  /** Of a `choice`. */
  choices?: string[]
}

export const formFieldKinds = ['text', 'long_text', 'number', 'date', 'choice'] as const
export type FormFieldKind = (typeof formFieldKinds)[number]
