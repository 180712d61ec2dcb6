import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { portOf } from '../../../bin/support/process/port.mjs'
import { openTraces } from '../../../bin/support/server/traces.mjs'

const value = z.object({ stringValue: z.string().optional(), intValue: z.number().optional() })
const attributes = z.array(z.object({ key: z.string(), value }))
const sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              name: z.string(),
              traceId: z.string(),
              parentSpanId: z.string().optional(),
              attributes,
              status: z.object({ code: z.number() }),
            }),
          ),
        }),
      ),
    }),
  ),
})

/** A collector that keeps what it is sent. */
async function collector() {
  const got: { path: string; body: string }[] = []
  const server = createServer(async (request, response) => {
    got.push({ path: request.url ?? '', body: await text(request) })
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${portOf(server)}`, got, close: () => server.close() }
}

const traced = (over: Partial<Parameters<NonNullable<Traces>['record']>[0]> = {}) => ({
  ...{ route: '/join/[code]', method: 'GET', status: 200, id: 'the-id' },
  ...{ began: 1_000_000, ended: 1_000_012, headers: {} },
  ...over,
})
type Traces = Awaited<ReturnType<typeof openTraces>>

test('a collector is told of each request by its page, with the trace of whoever called', async () => {
  const { url, got, close } = await collector()
  const traces = await openTraces({ OTEL_EXPORTER_OTLP_ENDPOINT: `${url}/` }, () => {})
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  traces?.record(traced({ headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } }))
  traces?.record(traced({ route: '/today', status: 503 }))
  await traces?.end()
  close()
  expect(got.map(({ path }) => path)).toEqual(['/v1/traces'])
  const [resource] = sent.parse(JSON.parse(got[0]?.body ?? '')).resourceSpans
  expect(resource?.resource.attributes).toContainEqual({
    key: 'service.name',
    value: { stringValue: 'steppe' },
  })
  const spans = resource?.scopeSpans.flatMap((scope) => scope.spans) ?? []
  expect(spans).toMatchObject([
    { name: 'GET /join/[code]', traceId, parentSpanId: 'b7ad6b7169203331', status: { code: 0 } },
    { name: 'GET /today', status: { code: 2 } },
  ])
  expect(spans[0]?.attributes).toContainEqual({
    key: 'steppe.request_id',
    value: { stringValue: 'the-id' },
  })
})

test('a collector that is away keeps nobody from stopping', async () => {
  const traces = await openTraces({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' }, () => {})
  traces?.record(traced())
  await expect(traces?.end()).resolves.toBeUndefined()
})

test('without a collector nothing is loaded, and without the packages it is said in words', async () => {
  vi.resetModules()
  vi.doMock('@opentelemetry/sdk-trace-base', () => {
    throw new Error('It was loaded.')
  })
  const lines: string[] = []
  const fresh = await import('../../../bin/support/server/traces.mjs')
  const open = (env: Record<string, string>) => fresh.openTraces(env, (line) => lines.push(line))
  expect(await open({})).toBeUndefined()
  expect(lines).toEqual([])
  expect(await open({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })).toBeUndefined()
  expect(lines).toEqual([expect.stringContaining('not installed')])
  vi.doUnmock('@opentelemetry/sdk-trace-base')
})
