import type { AttemptAnswer } from '@/lib/exam/paper'
import type { Answer } from '@/lib/kinds/types'
import type { AnswerStore, KeptAnswer } from './answer-store'
import type { SentAnswers } from './send-answers'

export type ExamOutboxStatus = {
  readonly answers: ReadonlyMap<number, KeptAnswer>
  readonly waiting: number
  readonly sending: boolean
  readonly reach: 'reached' | 'unreachable' | 'failing' | 'signed-out'
  /**
   * False when this browser cannot store anything, so that waiting answers exist only in this tab.
   */
  readonly keeps: boolean
}

export type ExamOutbox = {
  readonly status: () => ExamOutboxStatus
  readonly subscribe: (listener: () => void) => () => void
  /** Takes in what this browser has stored, from this tab or another. The later answer wins. */
  readonly open: (store: AnswerStore) => void
  readonly give: (position: number, answer: Answer, at: number) => void
  /** Sends what waits, one request at a time. Resolves to true when nothing waits any more. */
  readonly flush: () => Promise<boolean>
  /** For when everything is settled. It also removes what is stored. */
  readonly forget: () => void
}

/**
 * Keeps the answers of one attempt until the server has them. `known`: the answers that the server
 * has at the start.
 */
export function examOutbox(
  known: readonly AttemptAnswer[],
  send: (answers: readonly AttemptAnswer[]) => Promise<SentAnswers>,
): ExamOutbox {
  const answers = new Map<number, KeptAnswer>(
    known.map(({ position, answer, at }) => [position, { answer, at, state: 'saved' }]),
  )
  const listeners = new Set<() => void>()
  let store: AnswerStore | null = null
  let keeps = true
  let reach: ExamOutboxStatus['reach'] = 'reached'
  let flight: Promise<boolean> | null = null
  let status = look()

  function look(): ExamOutboxStatus {
    const waiting = [...answers.values()].filter(({ state }) => state === 'waiting').length
    return { answers: new Map(answers), waiting, sending: flight !== null, reach, keeps }
  }
  const tell = () => {
    status = look()
    for (const listener of listeners) listener()
  }
  const set = (position: number, kept: KeptAnswer) => {
    answers.set(position, kept)
    try {
      store?.put(position, kept)
    } catch {
      keeps = false
    }
  }

  async function run(): Promise<boolean> {
    const sent = [...answers].flatMap(([position, { answer, at, state }]) =>
      state === 'waiting' ? [{ position, answer, at }] : [],
    )
    if (sent.length === 0) return true
    const reply = await send(sent)
    reach = reply.kind === 'answered' ? 'reached' : reply.kind
    if (reply.kind !== 'answered') return false
    for (const [index, { position, answer, at }] of sent.entries()) {
      const outcome = reply.results[index]
      // The answer changed while it was on its way. The newer one is sent next.
      if (!outcome || answers.get(position)?.at !== at) continue
      if (outcome.status === 'saved') set(position, { answer, at, state: 'saved' })
      else set(position, { answer, at, state: 'refused', message: outcome.message })
    }
    return ![...answers.values()].some(({ state }) => state === 'waiting')
  }

  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(opened) {
      store = opened
      try {
        for (const [position, kept] of opened.load()) {
          if (kept.at > (answers.get(position)?.at ?? -1)) answers.set(position, kept)
        }
      } catch {
        keeps = false
      }
      tell()
    },
    give(position, answer, at) {
      set(position, { answer, at, state: 'waiting' })
      tell()
    },
    flush() {
      flight ??= run().finally(() => {
        flight = null
        tell()
      })
      tell()
      return flight
    },
    forget() {
      try {
        store?.forget()
      } catch {
        keeps = false
      }
      answers.clear()
      tell()
    },
  }
}
