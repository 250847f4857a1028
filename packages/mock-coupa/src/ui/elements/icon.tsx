const shapes = {
  search: 'M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3Zm4.5 10.5L17 17',
  bell: 'M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 6h12c0-1-1.5-2-1.5-6A4.5 4.5 0 0 0 10 3ZM8.3 16.2a1.8 1.8 0 0 0 3.4 0',
  cart: 'M2.5 3.5h2l2 9h8.5l2-6.5H5.3M7.5 16.5h.01M14 16.5h.01',
  check: 'M4 10.5 8.2 15 16 6',
  cross: 'M5 5l10 10M15 5 5 15',
  box: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.5ZM3 6.5l7 3.5 7-3.5M10 10v7',
  document: 'M5 2.5h7l3 3v12H5ZM7.5 9h5M7.5 12.5h5',
  pen: 'M3.5 16.5l.8-3.6L13.4 3.8l2.8 2.8-9.1 9.1ZM11.6 5.6l2.8 2.8',
  inbox: 'M3 11.5 5 4h10l2 7.5V16H3ZM3 11.5h4l1 2h4l1-2h4',
} as const

export type IconName = keyof typeof shapes

/** Decoration: whatever it says stands beside it in words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
