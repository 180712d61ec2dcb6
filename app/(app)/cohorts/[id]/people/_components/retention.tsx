import { percent } from '@/lib/kernel/percent'

/** A share of fewer answers than this means nothing. */
export const fewestAnswers = 10

/** A share, together with the number of answers it is taken from. */
export function Retention({ of }: { of: { passed: number; total: number } | null }) {
  if (of === null) return <span className="text-ink-2">no answers</span>
  if (of.total < fewestAnswers) {
    return (
      <span className="text-ink-2">
        too few ({of.passed}/{of.total})
      </span>
    )
  }
  return (
    <>
      {percent(of.passed / of.total)} {/* A fixed width, so that the shares are aligned. */}
      <span className="inline-block min-w-16 text-ink-2">
        ({of.passed}/{of.total})
      </span>
    </>
  )
}
