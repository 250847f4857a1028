/**
 * A date as cXML writes it: `2026-01-15T10:00:00+00:00`, in UTC, whole seconds, with the offset in digits (the User's
 * Guide forbids `Z`).
 */
export function formatTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}+00:00`
}
