/** What can be done on the page of a network. */
export const networkPagePaths = { rules: '/rules', resend: '/documents/:id/resend' } as const

export const resendPath = (id: number) => networkPagePaths.resend.replace(':id', String(id))
