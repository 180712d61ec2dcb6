'use client'

import { useEffect, useRef, useState } from 'react'
import { Card } from '@/app/_components/card'
import type { StateNames } from '@/app/_study/answers/state-names'
import { CardFront } from '@/app/_study/card/card-front'
import { useCardFace } from '@/app/_study/card/use-card-face'
import { focusCard, useReviewKeys } from '@/app/_study/session/use-review-keys'
import { characterOf, isEnter } from '@/lib/keyboard/key-press'
import type { Answer } from '@/lib/kinds/types'
import { actionOf, type KeyChanges, keyMapOf } from '@/lib/review/keys'
import type { SessionCard } from '@/lib/review/wire'

type Props = {
  shownCard: SessionCard
  seed: string
  keys: KeyChanges
  stateNames: StateNames
  /** Null stands for "I don't know". */
  onGive: (answer: Answer | null, durationMs: number) => void
}

/** A question without its answer, because a placement measures and does not teach. */
export function PlacementQuestion({ shownCard, seed, keys, stateNames, onGive }: Props) {
  const keyMap = keyMapOf(keys)
  const face = useCardFace(shownCard, stateNames, seed)
  const [startedAt] = useState(() => performance.now())
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => focusCard(root.current), [])

  const give = (answer: Answer | null) => onGive(answer, performance.now() - startedAt)
  const check = () => {
    const checked = face.check()
    if (checked) give(checked.answer)
  }
  useReviewKeys((press) => {
    if (isEnter(press)) check()
    else if (face.pick(characterOf(press) ?? '')) return true
    else if (actionOf(press, keyMap) === 'giveUp') give(null)
    else return false
    return true
  }, true)
  return (
    <div ref={root}>
      <Card>
        <p className="mb-4 text-sm text-ink-2">{shownCard.topicTitle}</p>
        <CardFront
          giveUpKey={keyMap.giveUp}
          face={face}
          onCheck={check}
          onGiveUp={() => give(null)}
        />
      </Card>
    </div>
  )
}
