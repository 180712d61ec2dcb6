import type { EntityId } from '@/lib/kernel/ids'
import type { SolutionProps } from '../kind-interface'
import { RegionPicture, type StateLook } from './region-picture'

export function MapSolution({ question, asked, answer }: SolutionProps<'map'>) {
  const picked = answer?.states ?? []
  const lookOf = (id: EntityId): StateLook => {
    if (question.answers.includes(id)) return picked.includes(id) ? 'right' : 'missed'
    return picked.includes(id) ? 'wrong' : 'offered'
  }
  const named = (look: StateLook) =>
    asked.states
      .filter(({ id }) => lookOf(id) === look)
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join(', ')
  return (
    <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_14rem]">
      <RegionPicture states={asked.states} lookOf={lookOf} />
      {/* On a phone the names come first: the answer must be in sight before its picture. */}
      <dl className="text-sm max-md:order-first">
        <Line name="✓ Right (filled)" states={named('right')} />
        <Line
          name={picked.length === 0 ? '○ Right (lines)' : '○ Missed (lines)'}
          states={named('missed')}
        />
        <Line name="✗ Wrong (crossed lines)" states={named('wrong')} />
      </dl>
    </div>
  )
}

function Line({ name, states }: { name: string; states: string }) {
  if (states === '') return null
  return (
    <div className="border-t border-rule py-2">
      <dt className="text-ink-2">{name}</dt>
      <dd className="font-semibold">{states}</dd>
    </div>
  )
}
