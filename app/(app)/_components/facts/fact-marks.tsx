import { Tag } from '@/app/_components/tag'
import type { FactView } from '@/lib/reference/view/fact-view'
import { factKindLabel, isOpinion } from './fact-kind'

/**
 * The kind of a fact and how certain it is. Facts that are not reported as true or done are
 * highlighted.
 */
export function FactMarks({ kind, confidence }: Pick<FactView, 'kind' | 'confidence'>) {
  const label = factKindLabel[kind]
  return (
    <>
      {isOpinion(kind) ? <Tag tone="hard">{label}</Tag> : <span>{label}</span>}
      <ConfidenceMark confidence={confidence} />
    </>
  )
}

function ConfidenceMark({ confidence }: Pick<FactView, 'confidence'>) {
  switch (confidence) {
    case 'stated':
      return null
    case 'derived':
      return <Tag>Derived from the text</Tag>
    case 'uncertain':
      return <Tag tone="again">Uncertain</Tag>
  }
}
