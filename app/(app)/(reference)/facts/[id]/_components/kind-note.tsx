import type { FactView } from '@/lib/reference/view/fact-view'

/** What the kind and the confidence mean for who relies on the fact; nothing for the plain cases. */
export function KindNote({ kind, confidence }: Pick<FactView, 'kind' | 'confidence'>) {
  const notes = [kindNote(kind), confidenceNote(confidence)].filter((note) => note !== null)
  if (notes.length === 0) return null
  return <p className="mt-3 text-sm text-ink-2">{notes.join(' ')}</p>
}

function kindNote(kind: FactView['kind']): string | null {
  switch (kind) {
    case 'plan':
      return 'A plan: what was intended when the document was written, not what came of it.'
    case 'forecast':
      return 'A forecast: what the document expects, not what came of it.'
    case 'judgement':
      return 'A judgement: the document holds it; it is not reported as an event.'
    case 'reason':
      return 'A reason as the document gives it.'
    case 'event':
    case 'state':
    case 'number':
    case 'relation':
      return null
  }
}

function confidenceNote(confidence: FactView['confidence']): string | null {
  switch (confidence) {
    case 'stated':
      return null
    case 'derived':
      return 'No document says it in these words: it follows from the text by arithmetic or elimination.'
    case 'uncertain':
      return 'The text leaves it open; rely on it with care.'
  }
}
