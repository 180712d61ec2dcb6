import { classNames } from '@/app/_components/class-names'
import { grouped } from '@/lib/kernel/count'
import type { RetractionPlan } from '@/lib/server/course/plan-retraction'

/** How much rests on what is to be withdrawn, in numbers. The lists below say what it is. */
export function Figures({ plan }: { plan: RetractionPlan }) {
  const { falling, alone, supported, lessons, people } = plan
  const learned = people.reduce((sum, { people: n }) => sum + n, 0)
  const figures = [
    ['Questions that rest on it alone', alone.length],
    ['Questions that rest on something else too', supported.length],
    ['Facts that nothing else carries', falling.length],
    ['Lessons that teach it', lessons.length],
    [
      people.length > 1
        ? 'People who have learned one of the questions, counted in each of their cohorts'
        : 'People who have learned one of the questions',
      learned,
    ],
  ] as const
  return (
    <dl className="mb-12 grid grid-cols-2 gap-x-8 gap-y-5 border-y border-rule py-5 sm:grid-cols-5">
      {figures.map(([name, value], index) => (
        <div
          key={name}
          className={classNames(
            'flex flex-col justify-between',
            index === figures.length - 1 && 'col-span-2 sm:col-span-1',
          )}
        >
          <dt className="text-label text-ink-2">{name}</dt>
          <dd className="mt-0.5 font-semibold tabular-nums">{grouped(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
