import { percent } from '@/lib/kernel/percent'

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
      {percent(of.passed / of.total)}{' '}
      {/* As wide as most, so that the shares stand under each other. */}
      <span className="inline-block min-w-16 text-ink-2">
        ({of.passed}/{of.total})
      </span>
    </>
  )
}
