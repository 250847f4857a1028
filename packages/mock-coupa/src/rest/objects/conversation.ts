import { addComment } from '../../comments/add-comment.js'
import { attach } from '../../comments/attach.js'
import type { NewAttachment } from '../../comments/attachment.js'
import { readFile } from '../../comments/attachment-records.js'
import type { Author, CommentableType } from '../../comments/comment.js'
import { findPerson, fullName } from '../../company/people.js'
import { CoupaError } from '../../errors.js'
import type { Call } from '../schema/call.js'
import { belongsTo, boolean, empty, emptyList, hasMany, integer, string } from '../schema/field.js'
import { flagGiven, type Given, textGiven } from '../schema/given.js'
import { defineObject, type Nested, type ObjectDefinition, type UploadedFile } from '../schema/object.js'
import { identity } from './dated.js'

export const comment: ObjectDefinition = defineObject({
  name: 'comment',
  title: 'Comments',
  scope: 'comment',
  table: 'comments',
  namedBy: ['id'],
  fields: {
    ...identity,
    'commentable-id': integer({ direction: 'out' }),
    'commentable-type': string({ direction: 'out' }),
    'comment-type': string({ maxLength: 255 }),
    comments: string({ required: true }),
    'reason-code': empty(),
    'to-supplier': boolean(),
    attachments: emptyList(),
    'created-by': belongsTo('user', { of: 'login', direction: 'out' }),
    'updated-by': belongsTo('user', { of: 'login', sql: 't.created_by', direction: 'out' }),
  },
})

export const attachment: ObjectDefinition = defineObject({
  name: 'attachment',
  title: 'Attachments',
  scope: 'comment',
  table: 'attachments',
  namedBy: ['id'],
  fields: {
    ...identity,
    type: string({ oneOf: ['file', 'url', 'text'] }),
    intent: string({ oneOf: ['internal', 'external'] }),
    text: string(),
    url: string(),
    file: string({ sql: 't.file_name', direction: 'out' }),
    'file-content-type': string({ sql: 't.content_type', direction: 'out' }),
    'file-size': integer({ sql: 't.size', direction: 'out' }),
    'created-by': belongsTo('user', { of: 'login', direction: 'out' }),
    'updated-by': belongsTo('user', { of: 'login', sql: 't.created_by', direction: 'out' }),
  },
})

/** What is said on a document and put on it. */
export function conversationOn(type: CommentableType): readonly Nested[] {
  return [
    {
      path: 'comments',
      object: 'comment',
      where: `t.commentable_type = '${type}'`,
      parent: 't.commentable_id',
      create(call, id, body) {
        if ('bytes' in body) throw new CoupaError('ERR_COUPA_INVALID', 'A comment is no file')
        return call.transaction(work =>
          addComment(work, authorOf(call), {
            on: { type, id },
            comments: textGiven(body, 'comments') ?? '',
            toSupplier: flagGiven(body, 'to-supplier') ?? false,
            ...optional('commentType', textGiven(body, 'comment-type')),
          }),
        )
      },
    },
    {
      path: 'attachments',
      object: 'attachment',
      where: `t.attachable_type = '${type}'`,
      parent: 't.attachable_id',
      create: (call, id, body) =>
        call.transaction(work =>
          attach(work, authorOf(call), {
            on: { type, id },
            content: contentOf(body),
            intent: intentOf(body),
          }),
        ),
      file(call, id) {
        const row = call.db.get(`SELECT type FROM attachments WHERE id = $id`, { id })
        return row?.type === 'file' ? { ...readFile(call.db, id), form: {} } : undefined
      },
    },
  ]
}

/** The list of them inside the document itself. */
export function attachmentsOf(type: CommentableType, sql: string) {
  return hasMany('attachment', {
    sql,
    foreign: 't.attachable_id',
    where: `t.attachable_type = '${type}'`,
  })
}

function optional<K extends string>(name: K, value: string | null | undefined): { [P in K]?: string } {
  const present: { [P in K]?: string } = {}
  if (typeof value === 'string') present[name] = value
  return present
}

function authorOf({ companyFile, login }: Call): Author {
  return { login, fullName: fullName(findPerson(companyFile.current, login)) }
}

function contentOf(body: Given | UploadedFile): NewAttachment {
  if ('bytes' in body) return { type: 'file', ...body }
  const url = textGiven(body, 'url')
  if (typeof url === 'string') return { type: 'url', url }
  return { type: 'text', text: textGiven(body, 'text') ?? '' }
}

/** A form says `attachment[intent]`, as Coupa's examples do. */
function intentOf(body: Given | UploadedFile): 'internal' | 'external' {
  const intent =
    'bytes' in body ? (body.form['attachment[intent]'] ?? body.form.intent) : textGiven(body, 'intent')
  return intent?.toLowerCase() === 'external' ? 'external' : 'internal'
}
