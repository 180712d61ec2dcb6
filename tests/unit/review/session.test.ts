import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuestionId } from '@/lib/kernel/ids'
import { addDays } from '@/lib/kernel/study-day'
import { UNSEEN_CARD } from '@/lib/memory/card/card'
import type { Rating } from '@/lib/memory/card/state'
import type { CardEvent } from '@/lib/memory/log/card-event'
import { fold } from '@/lib/memory/log/fold'
import type { SubmittedEvent } from '@/lib/review/event'
import { newSession, type Session, type SessionAction } from '@/lib/review/session'
import { beyondOf, remaining } from '@/lib/review/session-counts'
import { nextLearningAt } from '@/lib/review/session-places'
import { reduce } from '@/lib/review/session-reducer'
import type { SessionCard } from '@/lib/review/wire'
import { dayOf, MINUTE, NOON, rating, testModels, today, UNFUZZED } from '../memory/build'
import { eventId, id, learning, review, sessionCard } from './build'

/** Plays actions one after another, as a page does: each has its own instant and event id. */
class SessionPlayer {
  session: Session
  readonly sent: SubmittedEvent[] = []
  private now = NOON
  private count = 0

  constructor(cards: readonly SessionCard[]) {
    this.session = newSession(cards, UNFUZZED, 'review', today())
    this.play({ type: 'start', at: NOON })
  }

  play(action: SessionAction) {
    const { session, events } = reduce(this.session, action)
    this.session = session
    this.sent.push(...events)
    return this
  }

  wait(ms: number) {
    this.now += ms
    return this
  }

  reveal() {
    return this.play({ type: 'reveal', answer: null })
  }

  grade(given: Rating) {
    return this.reveal().play({ type: 'grade', rating: given, ...this.moment() })
  }

  do(type: 'bury' | 'suspend') {
    return this.play({ type, ...this.moment() })
  }

  undo() {
    const { at, eventId: undoId } = this.moment()
    return this.play({ type: 'undo', at, eventId: undoId })
  }

  tick() {
    return this.play({ type: 'tick', at: this.now })
  }

  card(name: string) {
    return this.session.cards[id(name)]?.card
  }

  get shown() {
    return this.session.current?.questionId ?? null
  }

  private moment() {
    this.count += 1
    return { at: this.now, day: dayOf(this.now), eventId: eventId(this.count) }
  }
}

const start = (...names: string[]) => new SessionPlayer(names.map((name) => sessionCard(name)))

const asCardEvent = (event: SubmittedEvent): CardEvent => {
  const at = Date.parse(event.at)
  const happened = { id: event.id, questionId: event.questionId, at, day: dayOf(at) }
  switch (event.kind) {
    case 'grade':
      return {
        ...happened,
        kind: 'grade',
        rating: event.rating,
        modelVersion: UNFUZZED.version,
        durationMs: event.durationMs,
      }
    case 'undo':
      return { ...happened, kind: 'undo', undoes: event.undoes }
    case 'bury':
    case 'suspend':
    case 'unsuspend':
    case 'reset':
    case 'flag':
      return { ...happened, kind: event.kind }
    case 'relearn':
    case 'retest':
    case 'move':
      throw new Error('A session sends no such event')
  }
}

const foldedCard = (sent: readonly SubmittedEvent[], questionId: QuestionId) =>
  fold(sent.filter((event) => event.questionId === questionId).map(asCardEvent), testModels).card

describe('a session', () => {
  it('shows the first card, and the next as soon as one is graded', () => {
    const player = start('a', 'b')
    expect(player.shown).toBe('a')
    player.wait(4000).grade(3)
    expect(player.shown).toBe('b')
    expect(player.session.current).toMatchObject({ revealed: false, startedAt: NOON + 4000 })
    expect(player.sent).toEqual([
      {
        id: eventId(1),
        questionId: 'a',
        kind: 'grade',
        at: new Date(NOON + 4000).toISOString(),
        rating: 3,
        answer: null,
        durationMs: 4000,
        context: 'review',
        revision: 1,
        modelVersion: UNFUZZED.version,
      },
    ])
  })

  it('takes no grade before the reveal, and none when nothing is shown', () => {
    const player = start('a')
    const before = player.session
    const moment = { at: NOON, day: today(), eventId: eventId(9) }
    player.play({ type: 'grade', rating: 3, ...moment })
    expect(player.session).toBe(before)
    player
      .grade(4)
      .reveal()
      .play({ type: 'grade', rating: 3, ...moment })
    expect(player.sent).toHaveLength(1)
    expect(player.shown).toBeNull()
  })

  it('keeps the answer that was given for the event', () => {
    const player = start('a')
    player.play({ type: 'reveal', answer: { kind: 'text', text: 'SCO' } })
    player.play({ type: 'grade', rating: 3, at: NOON, day: today(), eventId: eventId(1) })
    expect(player.sent[0]).toMatchObject({ answer: { kind: 'text', text: 'SCO' } })
  })

  it('brings a learning card back when it is due, before the waiting cards', () => {
    const player = start('a', 'b', 'c', 'd').wait(1000).grade(1)
    expect(player.shown).toBe('b')
    player.wait(1000).grade(4)
    expect(player.shown).toBe('c')
    player.wait(MINUTE).grade(4)
    expect(player.shown).toBe('a')
  })

  it('learns ahead by at most 20 minutes when nothing else is left, and waits otherwise', () => {
    const player = start('a').grade(3)
    expect(player.shown).toBe('a')
    const far = new SessionPlayer([sessionCard('far', learning(NOON + 30 * MINUTE))])
    expect(far.shown).toBeNull()
    expect(nextLearningAt(far.session)).toBe(NOON + 30 * MINUTE)
    expect(far.wait(9 * MINUTE).tick().shown).toBeNull()
    expect(far.wait(MINUTE).tick().shown).toBe('far')
  })

  it('two Goods graduate a new card, also when the session was stored as JSON between', () => {
    const player = start('a').grade(3)
    player.session = JSON.parse(JSON.stringify(player.session))
    player.wait(10 * MINUTE).grade(3)
    expect(player.card('a')?.state.phase).toBe('review')
    expect(player.shown).toBeNull()
  })

  it('counts what the server has not sent yet, so that it says what Today says', () => {
    const sent = [sessionCard('a'), sessionCard('b')]
    const day = { learning: 0, review: 0, new: 5 }
    const whole = { ...start('a', 'b').session, beyond: beyondOf(day, sent) }
    expect(remaining(whole)).toEqual(day)
    const more = [sessionCard('b'), sessionCard('c')]
    const beyond = beyondOf({ learning: 0, review: 0, new: 4 }, more)
    const { session } = reduce(whole, { type: 'topUp', at: NOON, cards: more, beyond })
    expect(remaining(session)).toEqual({ learning: 0, review: 0, new: 5 })
  })

  it('accepts more cards, but none twice', () => {
    const player = start('a', 'b').grade(4)
    const cards = [sessionCard('a'), sessionCard('b'), sessionCard('c')]
    player.play({ type: 'topUp', at: NOON, cards })
    expect([player.shown, ...player.session.waiting]).toEqual(['b', 'c'])
    player.grade(4).grade(4)
    expect(player.shown).toBeNull()
    player.play({ type: 'topUp', at: NOON, cards: [sessionCard('d')] })
    expect(player.shown).toBe('d')
  })

  it('counts what is left, the shown card included', () => {
    const player = new SessionPlayer([
      sessionCard('l', learning(NOON)),
      sessionCard('r', review(5, 2)),
      sessionCard('n'),
    ])
    expect(remaining(player.session)).toEqual({ learning: 1, review: 1, new: 1 })
    player.grade(3)
    expect(remaining(player.session)).toEqual({ learning: 0, review: 1, new: 1 })
  })
})

describe('setting aside', () => {
  it('a buried or suspended card does not come again', () => {
    const player = new SessionPlayer([sessionCard('l', learning(NOON)), sessionCard('n')])
    player.do('bury').do('suspend')
    expect(player.shown).toBeNull()
    expect(player.card('l')?.buriedUntil).toBe(addDays(today(), 1))
    expect(player.card('n')?.suspended).toBe(true)
    expect(player.sent.map(({ kind }) => kind)).toEqual(['bury', 'suspend'])
  })

  it('a card that was buried yesterday keeps its steps today', () => {
    const card = { ...UNSEEN_CARD, buriedUntil: today() }
    const player = new SessionPlayer([sessionCard('a', card)]).grade(3)
    expect(player.shown).toBe('a')
  })
})

describe('undo', () => {
  it('brings the card back as it was to the millisecond, and names the event', () => {
    const odd = learning(NOON - 777)
    const player = new SessionPlayer([sessionCard('l', odd), sessionCard('b')])
    player.wait(123).grade(3)
    expect(player.shown).toBe('b')
    player.wait(10).undo()
    expect(player.shown).toBe('l')
    expect(player.card('l')).toEqual(odd)
    expect(player.session.waiting).toEqual(['b'])
    expect(player.sent.at(-1)).toMatchObject({ kind: 'undo', undoes: eventId(1), id: eventId(2) })
  })

  it('of the same answer twice sends one undo', () => {
    const player = start('a', 'b').grade(3).undo().undo()
    expect(player.sent.filter(({ kind }) => kind === 'undo')).toHaveLength(1)
  })

  it('undoes burying and suspending too', () => {
    const player = start('a', 'b').do('suspend').undo()
    expect(player.shown).toBe('a')
    expect(player.card('a')).toEqual(UNSEEN_CARD)
  })
})

describe('the server’s outcome', () => {
  const accepted = (index: number, name: string, card: SessionCard['card']): SessionAction => ({
    type: 'outcome',
    outcome: { id: eventId(index), status: 'accepted', questionId: id(name), card },
  })

  it('is adopted: the card comes when the server says it is due', () => {
    const player = start('a', 'b').grade(3)
    const servers = learning(NOON + 3 * MINUTE)
    player.play(accepted(1, 'a', servers))
    expect(player.card('a')).toEqual(servers)
    expect(nextLearningAt(player.session)).toBe(NOON + 3 * MINUTE)
    expect(player.session.pending).toEqual([])
  })

  it('is not adopted while a newer answer to the card is on its way', () => {
    const player = start('a')
      .grade(3)
      .wait(10 * MINUTE)
      .grade(3)
    const ours = player.card('a')
    player.play(accepted(1, 'a', learning(NOON)))
    expect(player.card('a')).toEqual(ours)
    player.play(accepted(2, 'a', learning(NOON)))
    expect(player.card('a')).toEqual(learning(NOON))
  })

  it('about an event of another session changes nothing', () => {
    const player = start('a')
    const before = player.session
    expect(player.play(accepted(77, 'a', learning(NOON))).session).toBe(before)
  })

  it('when it refuses, is shown, and the answer is neither done nor undoable', () => {
    const player = start('a', 'b').grade(3)
    player.play({
      type: 'outcome',
      outcome: {
        id: eventId(1),
        status: 'rejected',
        reason: 'unknown_question',
        message: 'The question was retired.',
      },
    })
    expect(player.session.refused).toMatchObject([{ message: 'The question was retired.' }])
    expect(player.session.done).toEqual([])
    expect(player.session.learning).toEqual([])
    player.undo()
    expect(player.sent).toHaveLength(1)
  })
})

describe('laws', () => {
  type Draw =
    | { readonly do: 'grade'; readonly rating: Rating }
    | { readonly do: 'bury' | 'suspend' | 'undo' | 'tick' | 'reveal' }
  const draw: fc.Arbitrary<Draw> = fc.oneof(
    { weight: 4, arbitrary: rating.map((each): Draw => ({ do: 'grade', rating: each })) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('bury', 'suspend', 'undo', 'undo', 'tick', 'reveal')
        .map((each): Draw => ({ do: each as 'undo' })),
    },
  )
  const draws = fc.array(fc.tuple(draw, fc.oneof(fc.nat(30_000), fc.nat(15 * MINUTE))), {
    maxLength: 30,
  })

  function play(player: SessionPlayer, steps: readonly (readonly [Draw, number])[]) {
    for (const [each, ms] of steps) {
      player.wait(ms + 1)
      switch (each.do) {
        case 'grade':
          player.grade(each.rating)
          break
        case 'bury':
        case 'suspend':
          player.do(each.do)
          break
        case 'undo':
          player.undo()
          break
        case 'tick':
          player.tick()
          break
        case 'reveal':
          player.reveal()
          break
      }
    }
  }

  it('the events sent, folded, are the cards held', () => {
    fc.assert(
      fc.property(draws, (steps) => {
        const player = start('a', 'b', 'c')
        play(player, steps)
        for (const name of ['a', 'b', 'c']) {
          expect(player.card(name)).toEqual(foldedCard(player.sent, id(name)))
        }
      }),
    )
  })

  it('every card is in one place at most, and a session survives JSON', () => {
    fc.assert(
      fc.property(draws, (steps) => {
        const player = start('a', 'b', 'c')
        play(player, steps)
        const { waiting, learning: inSteps, current } = player.session
        const places = [...waiting, ...inSteps, ...(current ? [current.questionId] : [])]
        expect(new Set(places).size).toBe(places.length)
        expect(JSON.parse(JSON.stringify(player.session))).toEqual(player.session)
      }),
    )
  })

  it('undo to the bottom of the stack returns the starting state', () => {
    const mixed = () => [
      sessionCard('l', learning(NOON - MINUTE)),
      sessionCard('r', review(5, 2)),
      sessionCard('n'),
      sessionCard('later', learning(NOON + 15 * MINUTE)),
    ]
    const bare = ({ pending: _, current, ...rest }: Session) => ({
      ...rest,
      shown: current?.questionId,
    })
    fc.assert(
      fc.property(draws, (steps) => {
        const player = new SessionPlayer(mixed())
        const first = bare(player.session)
        play(player, steps)
        // A reveal after the last undo stands.
        const undone = player.session.done.length > 0
        while (player.session.done.length > 0) player.undo()
        expect(bare(player.session)).toEqual({ ...first, today: player.session.today })
        if (undone) expect(player.session.current?.revealed).toBe(false)
      }),
    )
  })

  it('the outcomes of a faithful server change nothing once all have come', () => {
    fc.assert(
      fc.property(draws, (steps) => {
        const player = start('a', 'b', 'c')
        play(player, steps)
        const before = player.session
        for (const [index, event] of player.sent.entries()) {
          const card = foldedCard(player.sent.slice(0, index + 1), event.questionId)
          const { id: sentId, questionId } = event
          player.play({
            type: 'outcome',
            outcome: { id: sentId, status: 'accepted', questionId, card },
          })
        }
        expect(player.session).toEqual({ ...before, pending: [] })
      }),
    )
  })
})
