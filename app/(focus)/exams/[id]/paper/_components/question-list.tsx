import { classNames } from '@/app/_components/class-names'

type Props = {
  total: number
  place: number
  answered: (position: number) => boolean
  onGo: (place: number) => void
}

/** Lists all questions by number. A filled square means that the question has an answer. */
export function QuestionList({ total, place, answered, onGo }: Props) {
  const done = Array.from({ length: total }, (_, i) => i).filter(answered).length
  return (
    <nav aria-label="Questions" className="mt-6">
      <p className="mb-2 text-label text-ink-2 tabular-nums">
        {done} of {total} answered
      </p>
      <ol className="flex flex-wrap gap-1.5">
        {Array.from({ length: total }, (_, i) => `${i + 1}`).map((name, i) => (
          <li key={name}>
            <button
              type="button"
              aria-label={`Question ${name}, ${answered(i) ? 'answered' : 'not answered'}`}
              aria-current={i === place ? 'step' : undefined}
              onClick={() => onGo(i)}
              className={classNames(
                'flex size-9 cursor-pointer items-center justify-center rounded-sm border text-sm tabular-nums aria-[current=step]:outline-2 aria-[current=step]:outline-offset-2 aria-[current=step]:outline-ink',
                answered(i)
                  ? 'border-accent bg-accent font-semibold text-accent-ink'
                  : 'border-rule-2 text-ink hover:bg-sunk',
              )}
            >
              {name}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => onGo(total)}
            className="flex min-h-9 cursor-pointer items-center rounded-sm px-3 text-sm font-semibold text-accent hover:bg-sunk"
          >
            Hand in
          </button>
        </li>
      </ol>
    </nav>
  )
}
