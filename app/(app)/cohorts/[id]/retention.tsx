/** Below this many answers a share says nothing. */
export const fewestAnswers = 10

/** A share with what it is a share of; never a bare percentage. */
export function Retention({ of }: { of: { passed: number; total: number } | null }) {
  if (of === null) return <span className="text-ink-2">no answers yet</span>
  if (of.total < fewestAnswers) {
    return (
      <span className="text-ink-2">
        too few ({of.passed}/{of.total})
      </span>
    )
  }
  return (
    <>
      {Math.round((of.passed / of.total) * 100)}%{' '}
      <span className="text-ink-2">
        ({of.passed}/{of.total})
      </span>
    </>
  )
}
