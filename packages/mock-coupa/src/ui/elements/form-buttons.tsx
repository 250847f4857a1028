/** How a form ends: by what it does, or by nothing. */
export function FormButtons({ submit, cancel }: { readonly submit: string; readonly cancel: string }) {
  return (
    <div class="actions form-section">
      <button class="button button-main" type="submit">
        {submit}
      </button>
      <a class="button" href={cancel}>
        Cancel
      </a>
    </div>
  )
}
