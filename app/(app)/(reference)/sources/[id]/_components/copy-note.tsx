import { Notice } from '@/app/_components/notice'
import type { SourceView } from '@/lib/reference/view/source'

/** Said once: whether the document's own words stand here, and if not, why. */
export function CopyNote({ copy }: { copy: SourceView['copy'] }) {
  switch (copy) {
    case 'held':
      return (
        <p className="max-w-measure text-sm text-ink-2">
          The document’s own words stand above ours, from the licensed copy on this server.
        </p>
      )
    case 'no-copies':
      return (
        <p className="max-w-measure text-sm text-ink-2">
          The document itself is not part of the course: look up the paragraph in your own copy.
        </p>
      )
    case 'not-among-them':
      return (
        <p className="max-w-measure text-sm text-ink-2">
          This document is not among the licensed copies on this server: look up the paragraph in
          your own copy.
        </p>
      )
    case 'unreadable':
      return (
        <Notice title="The document’s own words cannot be shown" className="max-w-measure">
          The copy of the documents on this server is missing or damaged. Everything else on this
          page is complete. Tell whoever runs Steppe for you: the server’s log says what is wrong.
        </Notice>
      )
  }
}
