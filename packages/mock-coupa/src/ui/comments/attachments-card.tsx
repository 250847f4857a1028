import type { Attachment } from '../../comments/attachment.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { FileField, SelectField } from '../elements/field.js'
import { Moment } from '../elements/moment.js'
import { webUrl } from '../paths.js'

/** Files, links and notes on a document, and room for one more file. */
export function AttachmentsCard(props: {
  readonly attachments: readonly Attachment[]
  /** Where a file is posted. */
  readonly action: string
  /** Where the file of an attachment is fetched. */
  readonly fileOf: (id: number) => string
}) {
  return (
    <Card title="Attachments" id="attachments">
      <AttachmentList {...props} />
      <form class="form form-section" method="post" action={props.action} enctype="multipart/form-data">
        <Csrf />
        <FileField name="file" label="File" required hint="5 MB at most." />
        <SelectField
          name="intent"
          label="Who may see it"
          required
          value="internal"
          choices={[
            ['internal', 'The company alone (internal)'],
            ['external', 'The supplier, too (external)'],
          ]}
        />
        <div class="actions">
          <button class="button" type="submit">
            Attach
          </button>
        </div>
      </form>
    </Card>
  )
}

export function AttachmentList(props: {
  readonly attachments: readonly Attachment[]
  readonly fileOf: (id: number) => string
}) {
  if (props.attachments.length === 0) return <p class="soft">Nothing is attached.</p>
  return (
    <ul class="timeline">
      {props.attachments.map(attachment => (
        <li data-attachment={String(attachment.id)}>
          <p class="what break">
            <Content attachment={attachment} path={props.fileOf(attachment.id)} />{' '}
            <span class="badge">{attachment.intent === 'internal' ? 'Internal' : 'External'}</span>
          </p>
          <p class="soft small">
            {attachment.author.fullName} · <Moment at={attachment.createdAt} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function Content({ attachment, path }: { readonly attachment: Attachment; readonly path: string }) {
  switch (attachment.type) {
    case 'file':
      return (
        <>
          <a href={path}>{attachment.fileName}</a> <span class="soft">{sizeOf(attachment.size)}</span>
        </>
      )
    case 'url': {
      const url = webUrl(attachment.url)
      return url === undefined ? <span>{attachment.url}</span> : <a href={url}>{attachment.url}</a>
    }
    case 'text':
      return <span class="keep-lines">{attachment.text}</span>
  }
}

/** `5.0 KB`. A number of bytes, not an amount. */
function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
