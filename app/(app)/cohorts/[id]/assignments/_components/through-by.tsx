'use client'

import { useEffect, useState } from 'react'
import { longDate } from '@/app/_format/calendar-date'
import { getJson } from '@/app/_http/get-json'
import type { ThroughBy as Estimate } from '@/lib/cohort/through-by'
import { count } from '@/lib/kernel/count'

const PATIENCE_MS = 15_000
/** Somebody who types a number is not asked about at every digit. */
const PAUSE_MS = 400

/** Who can be through, for the fields of the form as they are now (`asked`, a query). */
export function ThroughBy({ cohortId, asked }: { cohortId: string; asked: string }) {
  const [found, setFound] = useState<{ asked: string; estimate: Estimate | null } | null>(null)
  useEffect(() => {
    const request = new AbortController()
    const timer = setTimeout(() => {
      const path = `/cohorts/${cohortId}/assignments/estimate?${asked}`
      void getJson<Estimate>(null, path, PATIENCE_MS, { signal: request.signal }).then(
        (estimate) => {
          if (!request.signal.aborted) setFound({ asked, estimate })
        },
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      request.abort()
    }
  }, [cohortId, asked])
  const estimate = found?.estimate ?? null
  return (
    <p aria-live="polite" className="min-h-12 text-sm">
      {found === null || estimate === null ? (
        <span className="text-ink-2">
          {found === null ? 'Working out who can be through …' : 'No estimate for these fields.'}
        </span>
      ) : (
        estimateText(estimate, new URLSearchParams(found.asked))
      )}
    </p>
  )
}

function estimateText(estimate: Estimate, asked: URLSearchParams): string {
  const { learners, through, questions, newPerDay, minutesPerDay } = estimate
  if (learners === 0) return 'Nobody has joined yet, so there is nobody to estimate for.'
  const by = asked.get('when') === 'on' ? longDate(asked.get('on') ?? '') : 'their due date'
  const minutes = count(Math.max(1, Math.round(minutesPerDay)), 'minute')
  return `${count(questions, 'question')}. At up to ${newPerDay} new ones and about ${minutes} of answers and reading a day, ${through} of ${learners} can be through by ${by}.`
}
