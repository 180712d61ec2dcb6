import { setTimeout as wait } from 'node:timers/promises'
import { signIn } from '../../support/http-client'
import { atMost, exactly, type Figure, told } from './drill'

const PAUSE_MS = 25

/** These people sign in at the same moment, while somebody asks all the time whether Steppe is alive. */
export async function signInCrowd(
  url: string,
  emails: readonly string[],
  password: string,
): Promise<readonly Figure[]> {
  const began = performance.now()
  let refused = 0
  let isOver = false
  const crowd = Promise.all(
    emails.map((email) =>
      signIn(url, email, password).catch(() => {
        refused += 1
      }),
    ),
  ).then(() => {
    isOver = true
  })
  const took: number[] = []
  let failed = 0
  while (!isOver) {
    const asked = performance.now()
    const answer = await fetch(new URL('/api/health/ready', url)).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.status !== 200) failed += 1
    took.push(performance.now() - asked)
    await wait(PAUSE_MS)
  }
  await crowd
  const sorted = took.toSorted((a, b) => a - b)
  const at = (part: number) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)
  const who = `during ${emails.length} sign-ins at once`
  return [
    told(`${who}, all are in after`, `${((performance.now() - began) / 1000).toFixed(1)} s`),
    exactly(`${who}, people refused`, refused, 0),
    told(`${who}, times that health was asked`, took.length),
    exactly(`${who}, health not answered with 200`, failed, 0),
    told(`${who}, half of the answers of health within`, `${at(0.5)} ms`),
    atMost(`${who}, 95 % of the answers of health within`, at(0.95), 300, 'ms'),
  ]
}
