import type { HistoryEntry } from '../../journal/history.js'
import { Card } from './card.js'
import { Moment } from './moment.js'

/** What happened, in order. */
export function HistoryCard({ history }: { readonly history: readonly HistoryEntry[] }) {
  return (
    <Card title="History" id="history">
      {history.length === 0 ? (
        <p class="soft">Nothing has happened yet.</p>
      ) : (
        <ol class="timeline">
          {history.map(entry => (
            <li>
              <p class="what">
                <strong>{entry.by}</strong> · {entry.text}
              </p>
              {entry.comment !== undefined && <blockquote class="quote">{entry.comment}</blockquote>}
              <p class="soft small">
                <Moment at={entry.at} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
