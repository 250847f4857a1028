/** Elements that authenticate: their content is shown to nobody. */
export const secretElements: readonly string[] = ['SharedSecret', 'CredentialMac', 'DigitalSignature']

const lowerCase = secretElements.map(name => name.toLowerCase())

/** In any letter case and with any prefix, and others that are called like a secret: some senders spell as they like. */
export function isSecretElement(name: string): boolean {
  const local = name.slice(name.indexOf(':') + 1)
  return lowerCase.includes(local.toLowerCase()) || isTellingName(local)
}

/** The secret element that a name begins with: of `SharedSecrethunter2`, which lacks an end, `SharedSecret`. */
export function secretNameIn(name: string): string | undefined {
  const local = name.slice(name.indexOf(':') + 1).toLowerCase()
  return secretElements.find(secret => local.startsWith(secret.toLowerCase()))
}

const telling =
  /passw(?:or)?(?:d|t)|passphrase|pwd|(?:^|[-_.\s])pass$|secret(?!ar)|(?:api|access|private|auth|license)[-_.\s]?key|(?:^|[-_.\s]|[a-z])token$|^(?:pin|otp|cvv|cvc)$|authori[sz]ation$|(?:card|pcard)[-_.\s]?(?:no|num|number)$/i

/** Whether the name of an Extrinsic, an attribute or a parameter says that a secret follows. */
export function isTellingName(name: string): boolean {
  return telling.test(name)
}
