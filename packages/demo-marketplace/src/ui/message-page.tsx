import type { Visitor } from '../accounts/visitor.js'
import { Layout } from './layout.js'

interface MessagePageProps {
  readonly visitor: Visitor
  readonly path: string
  readonly title: string
  readonly message: string
}

/** A page that has one thing to say. */
export function MessagePage({ visitor, path, title, message }: MessagePageProps) {
  return (
    <Layout visitor={visitor} title={title} path={path}>
      <section class="empty">
        <h1>{title}</h1>
        <p>{message}</p>
        <p>
          <a class="button" href="/">
            To the catalogue
          </a>
        </p>
      </section>
    </Layout>
  )
}
