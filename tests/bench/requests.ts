import { uuidv7 } from 'uuidv7'
import type { HttpClient } from '../support/http-client'

/** Fetches a page or an answer to its last byte. */
export const loadsOf = (client: HttpClient, path: string) => async (): Promise<void> => {
  const response = await client.get(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  await response.arrayBuffer()
}

/** One grade a request, over the questions of the learner's session in turn. */
export function answersOneByOne(client: HttpClient): () => Promise<void> {
  let questions: string[] = []
  let turn = 0
  return async () => {
    if (questions.length === 0) questions = await questionIds(client)
    const questionId = questions[turn % questions.length] ?? ''
    turn += 1
    const at = new Date().toISOString()
    const grade = { kind: 'grade', rating: 3, answer: null, durationMs: 4000, context: 'review' }
    const response = await client.post('/api/reviews', {
      events: [{ id: uuidv7(), questionId, at, ...grade }],
    })
    const body = await response.text()
    if (!body.includes('"accepted"')) throw new Error(`Not accepted: ${body}`)
  }
}

async function questionIds(client: HttpClient): Promise<string[]> {
  const body = await (await client.get('/api/session')).text()
  const ids = [...body.matchAll(/"question":\{"[^}]*?id":"([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  if (ids.length === 0) throw new Error('The demo learner has nothing to review')
  return ids
}
