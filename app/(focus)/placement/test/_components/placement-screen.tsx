'use client'

import { Suspense, useEffect, useState } from 'react'
import { Button } from '@/app/_components/button'
import { buttonClass } from '@/app/_components/button-class'
import { useScreen } from '@/app/_keys/use-screen'
import { later } from '@/app/_study/later'
import { count } from '@/lib/kernel/count'
import { MOST_ASKED, type PlacementPayload } from '@/lib/review/placement'
import { PlacementQuestion } from './placement-question'
import { usePlacement } from './use-placement'

const result = later(async () => (await import('./placement-result')).PlacementResult)

/**
 * Asks one question after another until every lesson is decided or the learner stops, then shows
 * the result.
 */
export function PlacementScreen({ payload }: { payload: PlacementPayload }) {
  const placement = usePlacement(payload)
  const [stopped, setStopped] = useState(false)
  const { ready, next, given, findings } = placement
  // The last answer may be given without a network.
  useEffect(() => void result.load().catch(() => {}), [])
  useScreen(stopped || next === null ? 'result' : next.question.id)
  const decided = findings.filter(({ verdict }) => verdict !== 'open').length
  return (
    <div className="mx-auto w-[min(100%-2rem,46rem)] pt-3 pb-10 sm:pt-6">
      {!ready ? null : payload.lessons.length === 0 ? (
        <div className="pt-12">
          <h1 className="text-3xl">No questions to ask</h1>
          <p className="mt-3 mb-6 font-serif text-lg text-ink-2">
            You have finished these lessons, or too few of their questions are new to you for a fair
            test.
          </p>
          {/* A link that needs no code of its own, as this page rarely has one. */}
          <a href="/course" className={buttonClass('primary', 'regular')}>
            Back to the course
          </a>
        </div>
      ) : next !== null && !stopped ? (
        <>
          <header className="mb-4">
            <h1 className="sr-only">Placement</h1>
            <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 pb-2">
              <p className="text-sm text-ink-2 tabular-nums">
                <strong className="font-semibold text-ink">Question {given.length + 1}</strong>
                {`, ${decided} of ${count(payload.lessons.length, 'lesson')} decided`}
              </p>
              <Button kind="quiet" size="small" onClick={() => setStopped(true)}>
                Stop
              </Button>
            </div>
            <progress
              className="block h-0.5 w-full appearance-none [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
              value={Math.max(decided / payload.lessons.length, given.length / MOST_ASKED)}
              max={1}
              aria-label={`${decided} of ${payload.lessons.length} lessons decided`}
            />
          </header>
          <PlacementQuestion
            key={next.question.id}
            shownCard={next}
            seed={payload.seed}
            keys={payload.keys}
            stateNames={payload.stateNames}
            onGive={(answer, durationMs) => placement.give(next, answer, durationMs)}
          />
        </>
      ) : (
        <Suspense>
          <result.Part
            payload={payload}
            placement={placement}
            onContinue={next === null ? null : () => setStopped(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
