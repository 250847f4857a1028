/** Elements that authenticate: their content is shown to nobody. */
export const secretElements: readonly string[] = ['SharedSecret', 'CredentialMac', 'DigitalSignature']
