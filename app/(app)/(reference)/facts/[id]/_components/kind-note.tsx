import type { FactView } from '@/lib/reference/view/fact-view'

/**
 * Explains what the kind and the confidence mean for people who rely on the fact. Shows nothing in
 * plain cases.
 */
export function KindNote({ kind, confidence }: Pick<FactView, 'kind' | 'confidence'>) {
  const notes = [kindNote(kind), confidenceNote(confidence)].filter((note) => note !== null)
  if (notes.length === 0) return null
  return <p className="mt-3 text-sm text-ink-2">{notes.join(' ')}</p>
}

function kindNote(kind: FactView['kind']): string | null {
  switch (kind) {
    case 'plan':
      return 'This is a plan: it says what was intended when the document was written, not what happened.'
    case 'forecast':
      return 'This is a forecast: it says what the document expects, not what happened.'
    case 'judgement':
      return 'This is a judgement of the document, not a report of an event.'
    case 'reason':
      return 'This is a reason given by the document.'
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
      return 'No document says this in these words. It follows from the text by arithmetic or elimination.'
    case 'uncertain':
      return 'The text leaves this open, so rely on it with care.'
  }
}
