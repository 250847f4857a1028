import type { Company, User } from '../../company/company.js'
import { CoupaError } from '../../errors.js'
import { belongsTo, boolean, kept, string } from '../schema/field.js'
import { flagGiven, type Given, keyGiven, listGiven, numberGiven, said, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { personalAddress } from './addresses-of-others.js'
import { actedLimit, limitGiven } from './approval-limit.js'
import { companyWriter } from './company-writer.js'
import { conversationOn } from './conversation.js'
import { authors, identity } from './dated.js'
import { ownedRecords } from './owned-records.js'
import { inviteIfAsked, userDetails } from './user-details.js'

export const user: ObjectDefinition = defineObject({
  name: 'user',
  path: 'users',
  title: 'Users',
  scope: 'user',
  table: 'users',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  // What real answers show of a person inside other objects.
  embedded: [
    'id',
    'login',
    'email',
    'employee-number',
    'firstname',
    'lastname',
    'fullname',
    'salesforce-id',
    'avatar-thumb-url',
  ],
  fields: {
    ...identity,
    login: string({ required: true, unique: true, maxLength: 255 }),
    email: string({ required: true, unique: true, maxLength: 255 }),
    'employee-number': kept('string', { unique: true, maxLength: 255 }),
    firstname: string({ required: true, maxLength: 40 }),
    lastname: string({ required: true, maxLength: 40 }),
    middlename: kept('string', { maxLength: 255 }),
    fullname: string({ direction: 'out' }),
    active: boolean(),
    'requisition-approval-limit': actedLimit('requisition_header'),
    'requisition-self-approval-limit': actedLimit('requisition_header'),
    'invoice-approval-limit': actedLimit('invoice_header'),
    'invoice-self-approval-limit': actedLimit('invoice_header'),
    'contract-approval-limit': actedLimit('contract'),
    'contract-self-approval-limit': actedLimit('contract'),
    manager: belongsTo('user', { of: 'login' }),
    department: belongsTo('department', { of: 'name' }),
    'default-address': belongsTo('address', { of: 'location_code', sql: 't.address' }),
    'default-account': belongsTo('account', { of: 'name', sql: 't.account' }),
    ...userDetails,
    ...authors,
  },
  nested: [
    ...conversationOn('User').filter(({ path }) => path === 'comments'),
    ownedRecords(() => personalAddress, 'user', 'addresses'),
  ],
  async create(call, given) {
    const id = await writer.create(call, given)
    inviteIfAsked(call, id, given)
    return id
  },
  async update(call, id, given) {
    await writer.update(call, id, given)
    inviteIfAsked(call, id, given)
  },
})

const writer = companyWriter({
  definition: () => user,
  key: { column: 'login', of: person => person.login },
  listOf: company => company.people,
  write: personOf,
})

/** New people get the first address and account of the company unless they are given others. */
function personOf(given: Given, known: User | undefined, company: Company): User {
  const base: User = known ?? {
    login: '',
    firstName: '',
    lastName: '',
    email: '',
    title: '',
    department: '',
    administrator: false,
    active: true,
    address: company.addresses[0]?.code ?? '',
    account: company.accounts[0]?.name ?? '',
  }
  const changed: User = {
    ...base,
    ...said({
      login: known === undefined ? (textGiven(given, 'login') ?? undefined) : undefined,
      email: textGiven(given, 'email') ?? undefined,
      firstName: textGiven(given, 'firstname') ?? undefined,
      lastName: textGiven(given, 'lastname') ?? undefined,
      active: flagGiven(given, 'active'),
      administrator: listGiven(given, 'roles')?.some(role => textGiven(role, 'name') === 'Admin'),
      department: keyGiven(given, 'department') ?? undefined,
      address: keyGiven(given, 'default-address') ?? undefined,
      account: keyGiven(given, 'default-account') ?? undefined,
    }),
  }
  change(changed, 'manager', keyGiven(given, 'manager'))
  for (const [property, ...names] of limits) change(changed, property, limitGiven(given, ...names))
  joinGroups(changed.login, listGiven(given, 'approval-groups'), company)
  return changed
}

const limits = [
  ['approvalLimit', 'requisition-approval-limit', 'approval-limit'],
  ['selfApprovalLimit', 'requisition-self-approval-limit', 'self-approval-limit'],
  ['invoiceApprovalLimit', 'invoice-approval-limit'],
  ['invoiceSelfApprovalLimit', 'invoice-self-approval-limit'],
  ['contractApprovalLimit', 'contract-approval-limit'],
  ['contractSelfApprovalLimit', 'contract-self-approval-limit'],
] as const

/** A list that is given is all the groups that somebody is in. */
function joinGroups(login: string, given: readonly Given[] | undefined, company: Company): void {
  if (given === undefined) return
  const groups = company.approvalGroups ?? []
  const wanted = given.map(group => {
    const id = numberGiven(group, 'id')
    const name = textGiven(group, 'name')
    const found = groups.find(known => known.id === id || (id === undefined && known.name === name))
    if (found !== undefined) return found
    const message = `Approval groups must exist; found ${id ?? name ?? 'neither id nor name'}`
    throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'approval-groups', message }] })
  })
  for (const group of groups) {
    const others = group.members.filter(member => member !== login)
    const isIn = wanted.includes(group)
    if (isIn !== group.members.includes(login)) group.members = isIn ? [...others, login] : others
  }
}

/** Null takes away; undefined leaves as it is. */
function change(
  person: User,
  property: 'manager' | (typeof limits)[number][0],
  value: string | null | undefined,
): void {
  if (value === null) delete person[property]
  else if (value !== undefined) person[property] = value
}
