/** What an administrator tells everybody on the home page. */
export interface Announcement {
  id: number
  title: string
  /** Line breaks are kept. */
  body: string
  /** First day, `2026-03-02`, by the company's clock. Absent: at once. */
  from?: string
  /** Last day, inclusive. Absent: until it is removed. */
  until?: string
  /** Only for these departments. Default: for everybody. */
  departments?: string[]
}

/** Whether somebody of a department reads it on a day of the company's clock, `2026-03-02`. */
export function isShown(
  { from, until, departments = [] }: Announcement,
  to: { readonly department: string; readonly today: string },
): boolean {
  return (
    (from === undefined || from <= to.today) &&
    (until === undefined || to.today <= until) &&
    (departments.length === 0 || departments.includes(to.department))
  )
}
