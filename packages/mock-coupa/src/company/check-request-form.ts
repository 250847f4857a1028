import { amount, type Check, prefixed, required, unless } from './check-field.js'
import { type FormField, formFieldKinds, type RequestForm } from './request-form.js'

export const checkRequestForm: Check<RequestForm> = (form, company) => [
  ...required({ ...form }, ['name']),
  ...unless(form.name.length <= 255, 'name', 'must have 255 characters at most'),
  ...amount('unitPrice', form.unitPrice),
  ...unless(
    form.supplier === undefined || company.suppliers.some(({ id }) => id === form.supplier),
    'supplier',
    `must be the id of a supplier; found ${form.supplier}`,
  ),
  ...unless(
    form.commodity === undefined || company.commodities.some(({ name }) => name === form.commodity),
    'commodity',
    `must be the name of a commodity; found "${form.commodity}"`,
  ),
  ...unless(
    form.uom === undefined || company.uoms.includes(form.uom),
    'uom',
    `must be a unit of measure that is enabled; found "${form.uom}"`,
  ),
  ...form.fields.flatMap((field, index) => prefixed(`fields.${index}`, checkFormField(field))),
  ...unless(
    new Set(form.fields.map(({ name }) => name)).size === form.fields.length,
    'fields',
    'must have names of their own each',
  ),
]

function checkFormField({ name, kind, choices = [] }: FormField) {
  return [
    ...required({ name }, ['name']),
    ...unless(
      (formFieldKinds as readonly string[]).includes(kind),
      'kind',
      `must be one of ${formFieldKinds.join(', ')}`,
    ),
    ...unless(kind !== 'choice' || choices.length > 0, 'choices', 'must name what can be chosen'),
  ]
}
