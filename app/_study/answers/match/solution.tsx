import type { SolutionProps } from '../kind-interface'

export function MatchSolution({ question, answer }: SolutionProps<'match'>) {
  return (
    <dl>
      {question.pairs.map(({ left, right }) => {
        const chosen = answer?.pairs.find((pair) => pair.left === left)?.right
        return (
          <div
            key={left}
            className="grid gap-x-5 border-t border-rule py-2.5 last:border-b sm:grid-cols-2"
          >
            <dt className="text-ink-2">{left}</dt>
            <dd>
              <span className="font-semibold">{right}</span>
              {chosen === undefined || chosen === right ? null : (
                <span className="block text-sm text-again">You chose: {chosen}</span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
