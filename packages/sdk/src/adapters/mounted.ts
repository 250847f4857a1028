/** The part of a `Supplier` that an adapter needs. */
export interface Mounted {
  readonly basePath: string
  fetch(request: Request): Promise<Response>
}

/** Whether a path belongs to the supplier: `basePath` itself and everything below it. */
export function isBelow({ basePath }: Mounted, path: string): boolean {
  return path === basePath || path.startsWith(`${basePath}/`)
}
