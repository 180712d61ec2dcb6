import type { Entry } from '@/app/_study/outbox/entry'
import { asEventId, asQuestionId } from '@/lib/kernel/ids'

export const entry = (id: string): Entry => ({
  event: {
    id: asEventId(id),
    questionId: asQuestionId('fleet-size'),
    at: '2026-03-02T10:00:00.000Z',
    kind: 'bury',
  },
  prompt: null,
})
