import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asUserId } from '@/lib/kernel/ids'
import { learnerScopeOf } from '@/lib/server/scope'
import { recordReviews } from '@/lib/server/study/record-reviews'

export type ReviewServer = { readonly url: string; readonly close: () => Promise<void> }

/** `POST /api/reviews` over real HTTP, round the real verb. The header of our pages names who asks. */
export async function reviewServer(now: () => number): Promise<ReviewServer> {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const userId = asUserId(String(request.headers['x-steppe-user']))
    const serverNow = now()
    try {
      const { events } = JSON.parse(body)
      const results = await recordReviews(await learnerScopeOf(userId), {
        events,
        now: serverNow,
      })
      response.writeHead(200).end(JSON.stringify({ results, serverNow }))
    } catch (error) {
      response.writeHead(500).end(JSON.stringify({ error: String(error) }))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
