import type { SupplierCxml } from '../../../company/supplier.js'
import type { FieldProblem } from '../../../errors.js'
import { SecretField, TextField } from '../../elements/field.js'
import type { Fields } from '../../fields.js'

/** What the same fields are called on the buyer's page and on the supplier's. */
export interface CxmlWords {
  readonly domain: string
  readonly identity: string
  readonly secret: string
}

/** Where orders by cXML go, and who the two are to each other. */
export function CxmlFields(props: {
  readonly cxml: SupplierCxml | undefined
  readonly words: CxmlWords
  /** A secret is kept already, and stays where the field is left empty. */
  readonly hasSecret: boolean
  readonly problems: readonly FieldProblem[]
}) {
  const { cxml, words, problems } = props
  return (
    <>
      <TextField
        name="cxml.url"
        label="cXML URL"
        type="url"
        value={cxml?.url ?? ''}
        wide
        hint="Where OrderRequests are posted."
        problems={problems}
      />
      <TextField name="cxml.domain" label={words.domain} value={cxml?.domain ?? ''} problems={problems} />
      <TextField
        name="cxml.identity"
        label={words.identity}
        value={cxml?.identity ?? ''}
        problems={problems}
      />
      <TextField
        name="cxml.supplierDomain"
        label="Supplier domain"
        value={cxml?.supplierDomain ?? ''}
        problems={problems}
      />
      <TextField
        name="cxml.supplierIdentity"
        label="Supplier identity"
        value={cxml?.supplierIdentity ?? ''}
        problems={problems}
      />
      <SecretField
        name="cxml.secret"
        label={words.secret}
        isSet={props.hasSecret}
        hint="Left empty, the word none is sent."
        problems={problems}
      />
    </>
  )
}

/** As it was typed. */
export function readCxml(fields: Fields): Omit<SupplierCxml, 'httpUsername' | 'httpPassword'> {
  return {
    url: fields.text('cxml.url'),
    domain: fields.text('cxml.domain'),
    identity: fields.text('cxml.identity'),
    supplierDomain: fields.text('cxml.supplierDomain'),
    supplierIdentity: fields.text('cxml.supplierIdentity'),
    secret: fields.text('cxml.secret'),
  }
}

/** A group of fields in which something was typed. */
export function isFilled(group: object): boolean {
  return Object.values(group).some(text => text !== '')
}
