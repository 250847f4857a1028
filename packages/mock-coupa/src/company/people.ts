import { CoupaError } from '../errors.js'
import type { Company, User } from './company.js'

export function fullName(user: Pick<User, 'firstName' | 'lastName'>): string {
  return `${user.firstName} ${user.lastName}`
}

/** Whoever is still there; undefined for anybody else. */
export function activePerson(company: Company, login: string): User | undefined {
  return company.people.find(person => person.active && person.login === login)
}

/** An active person. `ERR_COUPA_NOT_FOUND` for anybody else. */
export function findPerson(company: Company, login: string): User {
  const person = activePerson(company, login)
  if (person === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `Nobody with the login "${login}" can sign in here`)
  }
  return person
}

export function administrators(company: Company): User[] {
  return company.people.filter(person => person.active && person.administrator)
}

/** `ERR_COUPA_FORBIDDEN` unless the person administers this Coupa. */
export function assertAdministrator(company: Company, login: string): void {
  if (!findPerson(company, login).administrator) {
    throw new CoupaError('ERR_COUPA_FORBIDDEN', 'Only an administrator may do this')
  }
}
