/** Three bright layers, and the name. */
export function Logo() {
  return (
    <span class="logo">
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <path d="M16 3 29 9.500 16 16 3 9.500z" fill="#ffc53d" />
        <path d="m6.500 14.200 9.500 4.700 9.500-4.700L29 16l-13 6.500L3 16z" fill="#17a673" />
        <path d="m6.500 20.700 9.500 4.700 9.500-4.700L29 22.500 16 29 3 22.500z" fill="#0c5c46" />
      </svg>
      <span>Brightstack</span>
    </span>
  )
}
