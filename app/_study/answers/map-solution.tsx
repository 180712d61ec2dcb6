import type { QuestionOf } from '@/lib/course/types'
import type { EntityId } from '@/lib/kernel/ids'
import { RegionPicture, type StateLook } from './region-picture'
import type { StateNames } from './state-names'

type Props = {
  question: QuestionOf<'map'>
  picked: readonly EntityId[]
  stateNames: StateNames
}

export function MapSolution({ question, picked, stateNames }: Props) {
  const { answers, candidates } = question
  const lookOf = (state: EntityId): StateLook => {
    if (answers.includes(state)) return picked.includes(state) ? 'right' : 'missed'
    return picked.includes(state) ? 'wrong' : 'offered'
  }
  const looks = new Map(candidates.map((state) => [state, lookOf(state)]))
  const named = (look: StateLook) =>
    [...looks]
      .filter(([, own]) => own === look)
      .map(([state]) => stateNames[state]?.name ?? state)
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join(', ')
  return (
    <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_14rem]">
      <RegionPicture stateNames={stateNames} looks={looks} />
      <dl className="text-sm">
        <Line name="Right (filled)" states={named('right')} />
        <Line
          name={picked.length === 0 ? 'Right (hatched)' : 'Missed (hatched)'}
          states={named('missed')}
        />
        <Line name="Wrong (dashed outline)" states={named('wrong')} />
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
