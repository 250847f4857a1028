import type { ErrorPage } from '../pages.js'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const errorPage: ErrorPage = ({ title, message }) =>
  `<!doctype html><title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1><p>${escapeHtml(message)}</p>`

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, character => escapes[character] ?? '')
}
