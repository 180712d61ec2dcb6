'use client'

import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { readPress } from '@/app/_keys/read-press'
import { useScreen } from '@/app/_keys/use-screen'
import { CardBack } from '@/app/_study/card/card-back'
import { CardFront } from '@/app/_study/card/card-front'
import { RatingBar } from '@/app/_study/card/rating-bar'
import { RATING_NAMES } from '@/app/_study/card/rating-names'
import { resultOf, useCardFace, whyProposed } from '@/app/_study/card/use-card-face'
import { useOutbox } from '@/app/_study/outbox/use-outbox'
import { SaveState } from '@/app/_study/session/save-state'
import { type SessionDriver, useSession } from '@/app/_study/session/use-session'
import type { UserId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import { previewIntervals } from '@/lib/memory/schedule/preview-intervals'
import { actionOf, keyMapOf, ratingOf } from '@/lib/review/keys'
import type { CurrentCard } from '@/lib/review/session'
import type { SessionCard, SessionGround } from '@/lib/review/wire'
import { answeredHere } from './answered-here'
import { AnsweredPrompt } from './answered-prompt'
import { NeedsScriptLine } from './needs-script-line'
import { useGoingOn } from './use-going-on'

const never = () => () => {}
const awake = () => false
/** For the server's page, which nobody can press yet. */
const stillAsleep = () => true

type Props = {
  userId: UserId
  recall: SessionCard & { readonly answeredToday: boolean }
  ground: SessionGround
  /** The number of the prompt in the lesson, from 1. */
  place: number
}

/**
 * A question right after the passage that answers it. Its answer is the first review of the card.
 */
export function RecallPrompt({ userId, recall, ground, place }: Props) {
  const asleep = useSyncExternalStore(never, awake, stillAsleep)
  const outbox = useOutbox(userId)
  const driver = useSession(ground, [recall], 'lesson', outbox)
  const { session } = driver
  const { question } = recall
  const [before, setBefore] = useState<SessionCard | null>(recall.answeredToday ? recall : null)

  // It was answered in this page load, or an earlier answer still waits to be sent, so it is not
  // asked again.
  useEffect(() => {
    const known = answeredHere.get(question.id)
    if (known !== undefined) setBefore(known)
    void outbox?.ready.then(() => {
      if (new Set(outbox.waitingFor().values()).has(question.id))
        setBefore((known) => known ?? recall)
    })
  }, [outbox, question.id, recall])

  const done = session.done.at(-1)
  const now = session.cards[question.id] ?? recall
  useEffect(() => {
    if (done !== undefined) answeredHere.set(question.id, now)
  }, [done, now, question.id])

  const { current } = session
  // Whoever has checked an answer and reads on, without a rating, means what was suggested.
  const section = useRef<HTMLElement>(null)
  const [wentOn, setWentOn] = useState(false)
  const suggested = current?.revealed ? resultOf(recall, current.answer).proposed : null
  const takeSuggestion = (rating: Rating) => {
    setWentOn(true)
    driver.rate(rating)
  }
  useGoingOn(section, suggested === null ? null : () => takeSuggestion(suggested))
  const answered = done !== undefined ? now : before
  useScreen(answered !== null ? 'answered' : current?.revealed ? 'answer' : 'question')
  return (
    <section
      ref={section}
      aria-label={`Recall prompt ${place}`}
      className="border border-rule bg-sheet p-5 font-sans sm:p-6 [&_[data-prompt]]:text-lg [&_[data-prompt]]:leading-7"
    >
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <p className="label-caps text-accent">Recall</p>
        {done === undefined ? null : <SaveState outbox={outbox} />}
      </div>
      {answered !== null ? null : (
        <noscript>
          <p className="font-serif text-lg">{question.prompt}</p>
          <NeedsScriptLine />
        </noscript>
      )}
      {answered !== null ? (
        <AnsweredPrompt
          shownCard={answered}
          stateNames={ground.stateNames}
          clock={ground.clock}
          now={driver.now}
          rating={done?.what.kind === 'grade' ? RATING_NAMES[done.what.rating] : null}
          asSuggested={wentOn}
          onUndo={() => {
            setWentOn(false)
            answeredHere.delete(question.id)
            driver.undo()
          }}
        />
      ) : current === null ? null : (
        // Before its code runs, a button would send the form and reload the page.
        <div className="noscript:hidden" inert={asleep}>
          <Asked
            key={current.startedAt}
            driver={driver}
            current={current}
            recall={recall}
            ground={ground}
          />
        </div>
      )}
    </section>
  )
}

type AskedProps = {
  driver: SessionDriver
  current: CurrentCard
  recall: SessionCard
  ground: SessionGround
}

function Asked({ driver, current, recall, ground }: AskedProps) {
  const { question, card } = recall
  const face = useCardFace(recall, ground.stateNames, question.id)
  const result = resultOf(recall, current.answer)
  const keyMap = keyMapOf(ground.keys)
  const revealedAt = useRef<number | null>(null)
  if (!current.revealed) {
    return (
      <CardFront
        // Single keys are off in a lesson until its answer is shown.
        giveUpKey={null}
        face={face}
        onCheck={() => {
          const checked = face.check()
          if (checked) driver.dispatch({ type: 'reveal', answer: checked.answer })
        }}
        onGiveUp={() => driver.dispatch({ type: 'reveal', answer: null })}
      />
    )
  }
  revealedAt.current ??= driver.now()
  const at = revealedAt.current
  const day = studyDayOf(at, ground.clock)
  const onKeyDown = (event: KeyboardEvent) => {
    const press = readPress(event, event.nativeEvent.isComposing)
    const rating = press && ratingOf(actionOf(press, keyMap))
    if (rating !== null) driver.rate(rating)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rating keys press the buttons inside
    <div data-card onKeyDown={onKeyDown}>
      <CardBack shownCard={recall} asked={face.asked} answer={current.answer} result={result} />
      <div className="mt-5">
        <RatingBar
          keyMap={keyMap}
          previews={previewIntervals(
            card.state,
            at,
            day,
            question.id,
            ground.model,
            driver.session.load,
          )}
          proposed={result.proposed}
          why={whyProposed(result)}
          onRate={driver.rate}
        />
      </div>
    </div>
  )
}
