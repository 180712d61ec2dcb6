import { type ComponentProps, Suspense } from 'react'
import { CardBack } from '@/app/_study/card/card-back'
import { CorrectionNotice } from '@/app/_study/card/correction-notice'
import { addition } from '@/app/_study/later'
import type { SessionPayload } from '@/lib/review/wire'
import { CONFIDENT } from './confidence'

type Props = ComponentProps<typeof CardBack> & {
  /** How sure the learner was, in percent. */
  confidence: number | null
  /** First-run hints that somebody new still sees. */
  hints: SessionPayload['hints']
}

const Hints = addition(async () => (await import('@/app/_hints/session-hints')).SessionHints)

/** What was corrected, the answer, and a word to somebody who was sure of a wrong one. */
export function RevealedCard({ confidence, hints, ...card }: Props) {
  return (
    <>
      {card.shownCard.correction ? (
        <CorrectionNotice correction={card.shownCard.correction} />
      ) : null}
      <CardBack {...card} />
      {card.result.proposed === 1 && confidence !== null && confidence >= CONFIDENT ? (
        <p className="mt-4 border-l-2 border-hard pl-3 text-sm">
          You were {confidence}&nbsp;% sure. Take a second look at confident answers that turn out
          to be incorrect.
        </p>
      ) : null}
      {hints?.length ? (
        <Suspense>
          <Hints hints={hints} />
        </Suspense>
      ) : null}
    </>
  )
}
