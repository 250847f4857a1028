/** Checks of single options. Each throws a `TypeError` that names the option and what it must be. */

export function assertText(value: unknown, option: string): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new TypeError(`"${option}" must be a string that is not empty`)
  }
  return value
}

export function assertArray(value: unknown, option: string): void {
  if (!Array.isArray(value)) throw new TypeError(`"${option}" must be an array`)
}

export function assertFunction(value: unknown, option: string): void {
  if (typeof value !== 'function') throw new TypeError(`"${option}" must be a function`)
}

export function assertPositive(value: unknown, option: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) {
    throw new TypeError(`"${option}" must be a whole number greater than 0`)
  }
  return value
}

/** A URL with nothing but scheme, host and port; returned without a trailing slash. */
export function assertOrigin(value: unknown, option: string): string {
  const url = assertUrl(value, option)
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new TypeError(`"${option}" must be an origin without a path, for example "${url.origin}"`)
  }
  return url.origin
}

export function assertUrl(value: unknown, option: string): URL {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new TypeError(
      `"${option}" must be an https URL (http on a laptop), for example "https://market.example"`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new TypeError(`"${option}" must not hold a user name or password`)
  }
  return url
}

/** `/punchloop`: begins with a slash, does not end with one. */
export function assertBasePath(value: unknown): string {
  if (typeof value !== 'string' || !/^(?:\/[A-Za-z0-9._~-]+)+$/.test(value)) {
    throw new TypeError(
      '"basePath" must begin with a slash and must not end with one, for example "/punchloop"',
    )
  }
  return value
}

export function assertOneOf<Value extends string>(
  value: Value,
  allowed: readonly Value[],
  option: string,
): Value {
  if (!allowed.includes(value)) {
    throw new TypeError(`"${option}" must be ${allowed.map(each => `"${each}"`).join(' or ')}`)
  }
  return value
}
