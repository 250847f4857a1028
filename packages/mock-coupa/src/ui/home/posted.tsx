import type { Home } from '../../home.js'
import { Card } from '../elements/card.js'
import { formPath } from '../paths.js'

/** What the company tells people, and what it has forms for. */
export function Posted({ home }: { readonly home: Home }) {
  if (home.announcements.length + home.forms.length === 0) return null
  return (
    <div class="stack aside">
      {home.announcements.length > 0 && (
        <Card title="Announcements" id="announcements">
          <ul class="stack">
            {home.announcements.map(({ id, title, body }) => (
              <li data-announcement={String(id)}>
                <h3>{title}</h3>
                <p class="keep-lines break">{body}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {home.forms.length > 0 && (
        <Card title="Forms" id="forms" flush>
          <ul class="rows">
            {home.forms.map(({ id, name, description }) => (
              <li data-form={String(id)}>
                <div class="grow">
                  <a class="title" href={formPath(id)}>
                    {name}
                  </a>
                  {description !== '' && <p class="soft small">{description}</p>}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
