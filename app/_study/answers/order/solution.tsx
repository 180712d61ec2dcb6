import type { SolutionProps } from '../kind-interface'

export function OrderSolution({ question, answer }: SolutionProps<'order'>) {
  const given = answer?.items ?? []
  return (
    <>
      <p className="mb-2 text-sm text-ink-2">In the right order, {question.scale}</p>
      <ol>
        {question.items.map((item, index) => {
          const place = given.indexOf(item)
          return (
            <li
              key={item}
              className="flex items-baseline gap-3 border-t border-rule py-2.5 last:border-b"
            >
              <span aria-hidden="true" className="w-5 text-sm text-ink-2 tabular-nums">
                {index + 1}
              </span>
              <span className="min-w-0 flex-1">{item}</span>
              {place === -1 || place === index ? null : (
                <span className="text-sm font-semibold text-again">your answer: {place + 1}</span>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
