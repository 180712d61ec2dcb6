import { Notice } from '@/app/_components/notice'
import type { SourceView } from '@/lib/reference/view/source'

/** Says once on the page whether the document's own text is shown, and if not, why. */
export function CopyNote({ copy }: { copy: SourceView['copy'] }) {
  switch (copy) {
    case 'held':
      return (
        <p className="max-w-measure text-sm text-ink-2">
          The document’s own text, from the licensed copy on this server, is shown above our
          statements.
        </p>
      )
    case 'no-copies':
      return (
        <p className="max-w-measure text-sm text-ink-2">
          The document itself is not part of the course. Look up the paragraph in your own copy.
        </p>
      )
    case 'not-among-them':
      return (
        <p className="max-w-measure text-sm text-ink-2">
          This server has no licensed copy of this document. Look up the paragraph in your own copy.
        </p>
      )
    case 'unreadable':
      return (
        <Notice title="The document’s own text cannot be shown" className="max-w-measure">
          The copy of the documents on this server is missing or damaged. Everything else on this
          page is complete. Tell your administrator; the server’s log says what is wrong.
        </Notice>
      )
  }
}
