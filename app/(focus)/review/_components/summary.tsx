'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/app/_components/button'
import { LinkButton } from '@/app/_components/link-button'
import { formatTime } from '@/app/_format/format-date'
import type { StateNames } from '@/app/_study/answers/state-names'
import { RATING_NAMES } from '@/app/_study/card/rating-names'
import type { Outbox } from '@/app/_study/outbox/outbox'
import { useOutboxStatus } from '@/app/_study/outbox/use-outbox'
import { KeyHint } from '@/app/_study/session/key-hint'
import { SaveState } from '@/app/_study/session/save-state'
import { count } from '@/lib/kernel/count'
import { MINUTE_MS } from '@/lib/kernel/duration'
import { wholePercent } from '@/lib/kernel/percent'
import { type DayClock, studyDayOf } from '@/lib/kernel/study-day'
import { answerText } from '@/lib/kinds/answer-text'
import { dueLabel } from '@/lib/memory/card/due'
import { RATINGS } from '@/lib/memory/schedule/preview-intervals'
import type { Ahead } from '@/lib/review/ahead'
import { ariaKey } from '@/lib/review/keys'
import type { Session } from '@/lib/review/session'
import { CONFIDENT } from './confidence'
import { GoalSection } from './goal-section'
import { type Hard, type SummaryFigures, summaryOf } from './summary-figures'
import { goalNow, tomorrowNow, wonIn } from './won'
import { WonSection } from './won-section'

type Props = {
  session: Session
  clock: DayClock
  now: number
  outbox: Outbox | null
  stateNames: StateNames
  isCram: boolean
  /** What was known beyond the cards when the session was sent, and when (ms) that was. */
  ahead: Ahead | undefined
  sentAt: number
  /** The number of cards that could still be answered now. */
  left: number
  onContinue: () => void
  undoKey: string | null
  onUndo: () => void
}

/** The end of a session: what was done, what was hard, and when the cards come up next. */
export function Summary(props: Props) {
  const { session, clock, outbox, left, isCram, ahead, sentAt } = props
  const status = useOutboxStatus(outbox)
  const figures = summaryOf(session, props.now, clock)
  const { answered } = figures
  const tells = answered > 0 && !isCram
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="pt-6 sm:pt-12">
      <h1 ref={title} tabIndex={-1} className="text-2xl outline-none sm:text-3xl">
        {left > 0 ? 'Stopped here' : answered > 0 ? 'Done for now' : 'No reviews due'}
      </h1>
      <p className="mt-3 max-w-measure font-serif text-lg text-ink-2">
        {answered > 0 ? doneWords(figures) : 'There is nothing to review at the moment.'}
        {left > 0 ? ` ${left} still to review.` : ''}
        {isCram ? ' Your schedule has not changed.' : ''}
      </p>
      {!isCram && (answered > 0 || status.waiting > 0) ? (
        <div className="mt-3">
          <SaveState outbox={outbox} />
        </div>
      ) : null}
      {answered > 0 ? <Ratings figures={figures} isCram={isCram} /> : null}
      {tells ? (
        <Section title="What you won">
          <WonSection won={wonIn(session)} />
        </Section>
      ) : null}
      {figures.hardest.length > 0 ? (
        <Section title="Hardest in this session">
          <ul>
            {figures.hardest.map((hard) => (
              <HardItem key={hard.shownCard.question.id} hard={hard} {...props} />
            ))}
          </ul>
        </Section>
      ) : null}
      {tells ? (
        <Section title="Next reviews">
          <p className="max-w-measure font-serif">
            {backWords(figures.back, clock)}
            {tomorrowWords(
              ahead && tomorrowNow(session, ahead, { at: sentAt, day: studyDayOf(sentAt, clock) }),
            )}
          </p>
        </Section>
      ) : null}
      {tells && ahead ? (
        <Section title="Your goal">
          <GoalSection goal={goalNow(session, ahead.goal, sentAt)} />
        </Section>
      ) : null}
      <div className="mt-8 flex flex-wrap gap-3">
        {left > 0 ? <Button onClick={props.onContinue}>Continue</Button> : null}
        <LinkButton href="/today" kind={left > 0 ? 'secondary' : 'primary'}>
          Back to Today
        </LinkButton>
        {answered > 0 ? (
          <Button kind="quiet" aria-keyshortcuts={ariaKey(props.undoKey)} onClick={props.onUndo}>
            Undo the last answer <KeyHint of={props.undoKey} />
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-xl">{title}</h2>
      {children}
    </section>
  )
}

function Ratings({ figures, isCram }: { figures: SummaryFigures; isCram: boolean }) {
  const names = isCram ? { ...RATING_NAMES, 3: 'Knew it' } : RATING_NAMES
  return (
    <dl className="mt-6 flex flex-wrap gap-x-8 gap-y-2 border-y border-rule py-3 text-sm">
      {RATINGS.filter((rating) => !isCram || rating === 1 || rating === 3).map((rating) => (
        <div key={rating} className="flex gap-2">
          <dt className="text-ink-2">{names[rating]}</dt>
          <dd className="font-semibold tabular-nums">{figures.byRating[rating]}</dd>
        </div>
      ))}
    </dl>
  )
}

function HardItem({ hard, stateNames, clock, now, isCram }: Props & { hard: Hard }) {
  const { shownCard, agains, confidence } = hard
  const { question, card, citations } = shownCard
  return (
    <li className="border-t border-rule py-3">
      <p className="font-serif">{question.prompt}</p>
      <p className="mt-1 font-semibold">
        {answerText(question, (id) => stateNames[id]?.name ?? id)}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-2">
        {confidence !== null && confidence >= CONFIDENT ? (
          <span className="font-semibold text-hard">{confidence}&nbsp;% sure, but incorrect</span>
        ) : null}
        <span>{ratedWords(agains)}</span>
        {isCram ? null : (
          <span>
            {card.suspended
              ? 'set aside'
              : `next review: ${dueLabel(card.state, now, studyDayOf(now, clock))}`}
          </span>
        )}
        {citations.map(({ source, paragraph, label }) => (
          <a
            key={`${source}#${paragraph}`}
            href={`/sources/${source}#p${paragraph}`}
            className="link"
          >
            {label}
          </a>
        ))}
      </p>
    </li>
  )
}

function ratedWords(agains: number): string {
  if (agains === 0) return 'Rated Hard'
  return `Rated Again ${agains === 1 ? 'once' : agains === 2 ? 'twice' : `${agains} times`}`
}

/** Of everything that comes tomorrow, not only of what was answered here. */
function tomorrowWords(tomorrow: Ahead['tomorrow'] | null | undefined): string {
  if (!tomorrow) return ''
  const fresh = tomorrow.new === 0 ? '' : ` and ${count(tomorrow.new, 'new question')}`
  return ` Tomorrow brings ${count(tomorrow.due, 'review')}${fresh}.`
}

function doneWords({ answered, byRating, spentMs }: SummaryFigures): string {
  const minutes = Math.round(spentMs / MINUTE_MS)
  const recalled = wholePercent(1 - byRating[1] / answered)
  const time =
    minutes === 0 ? 'less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`
  return `${answered} answered in ${time}, ${recalled} % of them recalled.`
}

function backWords(back: SummaryFigures['back'], clock: DayClock): string {
  const time = back.firstAt === null ? '' : `, the first at ${formatTime(back.firstAt, clock.zone)}`
  const parts = [
    back.today > 0 ? `${back.today} today${time}` : '',
    back.tomorrow > 0 ? `${back.tomorrow} tomorrow` : '',
    back.week > 0 ? `${back.week} within 7 days` : '',
    back.later > 0 ? `${back.later} later` : '',
  ].filter(Boolean)
  if (parts.length === 0) return 'None of these questions are scheduled.'
  return `${new Intl.ListFormat('en-GB').format(parts)}.`
}
