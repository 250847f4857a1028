import type { FieldProblem } from '../errors.js'
import { CoupaError } from '../errors.js'
import { credentialsOf, isTestAccount, type NetworkAccount, type NetworkDirectory } from './account.js'

/** SAP writes `AN` and eleven digits; AWS's set-up takes eleven or twelve. */
const anid = /^AN\d{11,12}(?:-T)?$/

/**
 * Throws `ERR_COUPA_INVALID` with every account and relationship that cannot be: a wrong or doubled identity, no
 * secret, a URL that is none, test with production.
 */
export function checkDirectory(directory: NetworkDirectory): NetworkDirectory {
  const problems = [
    ...directory.accounts.flatMap((account, index) => accountProblems(account, `accounts[${index}]`)),
    ...doubledCredentials(directory.accounts),
    ...relationshipProblems(directory),
  ]
  const [first] = problems
  if (first === undefined) return directory
  throw new CoupaError('ERR_COUPA_INVALID', `${first.field}: ${first.message}`, { fields: problems })
}

function accountProblems(account: NetworkAccount, at: string): FieldProblem[] {
  const urls =
    account.role === 'supplier'
      ? {
          punchoutUrl: account.punchoutUrl,
          orderUrl: account.orderUrl,
          statusUpdateUrl: account.statusUpdateUrl,
        }
      : account.documentUrls
  return [
    ...(anid.test(account.anid)
      ? []
      : [{ field: `${at}.anid`, message: `must be AN and 11 digits, such as AN01000000001` }]),
    ...(account.sharedSecret.trim() === ''
      ? [{ field: `${at}.sharedSecret`, message: 'must not be empty' }]
      : []),
    ...Object.entries(urls)
      .filter(([, url]) => url !== undefined && !isWebUrl(url))
      .map(([name]) => ({ field: `${at}.${name}`, message: 'must be an http(s) URL without a login' })),
  ]
}

function isWebUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

function doubledCredentials(accounts: readonly NetworkAccount[]): FieldProblem[] {
  const owners = new Map<string, NetworkAccount>()
  const problems: FieldProblem[] = []
  for (const [index, account] of accounts.entries()) {
    for (const { domain, identity } of credentialsOf(account)) {
      const key = `${domain.toLowerCase()} ${identity}`
      if ((owners.get(key) ?? account) !== account) {
        problems.push({
          field: `accounts[${index}]`,
          message: `${domain} ${identity} belongs to another account`,
        })
      }
      owners.set(key, account)
    }
  }
  return problems
}

function relationshipProblems({ accounts, relationships }: NetworkDirectory): FieldProblem[] {
  return relationships.flatMap(({ buyer, supplier }, index) => {
    const field = `relationships[${index}]`
    const one = accounts.find(account => account.role === 'buyer' && account.anid === buyer)
    const other = accounts.find(account => account.role === 'supplier' && account.anid === supplier)
    if (one === undefined || other === undefined) {
      return [{ field, message: `there is no buyer ${buyer} or no supplier ${supplier}` }]
    }
    return isTestAccount(one) === isTestAccount(other)
      ? []
      : [{ field, message: 'a test account and one of production cannot trade with each other' }]
  })
}
