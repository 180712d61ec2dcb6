import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@/lib/kernel/seeded-random'

const FAULTS = [
  'none',
  'dropBefore',
  'dropAfter',
  'delayBefore',
  'delayAfter',
  'duplicate',
  'reorder',
  'errorBefore',
  'errorAfter',
  'truncate',
] as const
type Fault = (typeof FAULTS)[number]

export type FaultProxy = {
  readonly url: string
  /** How often each fault struck. */
  readonly struck: () => Readonly<Partial<Record<Fault, number>>>
  /** From now on requests under this user's name pass untouched. */
  readonly calm: (user: string) => void
  readonly close: () => Promise<void>
}

const LONGEST_DELAY_MS = 12

/** Stands between browser and server and does to their requests what bad networks do. `user`: names who asks. */
export async function faultProxy(
  target: string,
  user: (request: IncomingMessage) => string,
  randomOf: (user: string) => Random,
): Promise<FaultProxy> {
  const calmed = new Set<string>()
  const struck: Partial<Record<Fault, number>> = {}
  /** Requests that are held back until a later one has passed. */
  const held = new Map<string, () => void>()

  const server = createServer(async (request, response) => {
    const name = user(request)
    const random = randomOf(name)
    // Half get through, or nobody would get anywhere.
    const fault = calmed.has(name) || random() < 0.4 ? 'none' : FAULTS[index(random)]
    struck[fault ?? 'none'] = (struck[fault ?? 'none'] ?? 0) + 1
    const body = await bodyOf(request)
    const forward = () => passOn(target, request, body)
    const pause = () => sleep(random() * LONGEST_DELAY_MS)
    switch (fault) {
      case 'dropBefore':
        return request.destroy()
      case 'errorBefore':
        return reply(response, 500, '{"error":"no"}')
      case 'delayBefore':
        await pause()
        break
      case 'reorder': {
        const later = new Promise<void>((resolve) => held.set(name, resolve))
        // The client gives up on this one, and its next one comes first.
        request.destroy()
        await Promise.race([later, sleep(40)])
        await forward()
        return
      }
    }
    const answers = fault === 'duplicate' ? [forward(), forward()] : [forward()]
    const answer = await Promise.race(answers)
    await Promise.all(answers)
    held.get(name)?.()
    held.delete(name)
    switch (fault) {
      case 'dropAfter':
        return request.destroy()
      case 'errorAfter':
        return reply(response, 502, '<html>Bad gateway</html>')
      case 'delayAfter':
        await pause()
        break
      case 'truncate':
        response.writeHead(200, { 'content-length': Buffer.byteLength(answer.text) })
        response.write(answer.text.slice(0, answer.text.length / 2), () => response.destroy())
        return
    }
    reply(response, answer.status, answer.text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    struck: () => struck,
    calm: (name) => calmed.add(name),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const index = (random: Random) => Math.floor(random() * FAULTS.length)

async function passOn(target: string, request: IncomingMessage, body: string) {
  const headers = Object.fromEntries(
    ['content-type', 'x-steppe-user'].map((name) => [name, String(request.headers[name] ?? '')]),
  )
  const answer = await fetch(target + request.url, { method: 'POST', headers, body })
  return { status: answer.status, text: await answer.text() }
}

function reply(response: ServerResponse, status: number, text: string): void {
  if (!response.destroyed) response.writeHead(status).end(text)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
