import { Tag } from '@/app/_components/tag'
import type { CitedPlace, SourceFact } from '@/lib/server/load-source'

/** One thing the course takes from a paragraph: our words, what kind of thing it is, its date. */
export function FactItem({ fact }: { fact: SourceFact }) {
  const mark = markOf(fact.kind)
  return (
    <li>
      <p className="font-serif leading-7">{fact.statement}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-label text-ink-2">
        {mark === null ? <span>{kindWords[fact.kind]}</span> : <Tag tone="hard">{mark}</Tag>}
        {confidenceMark(fact.confidence)}
        <span>{fact.when}</span>
        {fact.alsoAt.length > 0 ? (
          <span>
            also <Places places={fact.alsoAt} />
          </span>
        ) : null}
      </p>
      {fact.contradicts.map((other) => (
        <p key={other.id} className="mt-2 border-l-2 border-hard pl-3 text-sm">
          <span className="font-semibold text-hard">Disagrees with</span>{' '}
          <Places places={other.places} />: {other.statement}
        </p>
      ))}
    </li>
  )
}

const kindWords: Record<SourceFact['kind'], string> = {
  event: 'Event',
  state: 'State of affairs',
  number: 'Figure',
  relation: 'Relation',
  reason: 'Reason',
  judgement: 'Judgement',
  forecast: 'Forecast',
  plan: 'Plan',
}

/** What is not reported as done or so stands out. */
function markOf(kind: SourceFact['kind']): string | null {
  switch (kind) {
    case 'plan':
    case 'forecast':
    case 'judgement':
      return kindWords[kind]
    case 'event':
    case 'state':
    case 'number':
    case 'relation':
    case 'reason':
      return null
  }
}

function confidenceMark(confidence: SourceFact['confidence']) {
  switch (confidence) {
    case 'stated':
      return null
    case 'derived':
      return <Tag>Derived from the text</Tag>
    case 'uncertain':
      return <Tag tone="again">Uncertain</Tag>
  }
}

function Places({ places }: { places: readonly CitedPlace[] }) {
  return places.map(({ source, paragraph, label }, index) => (
    <span key={`${source}#${paragraph}`}>
      {index > 0 ? ', ' : null}
      <a href={`/sources/${source}#p${paragraph}`} className="link">
        {label}
      </a>
    </span>
  ))
}
