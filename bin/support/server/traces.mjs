import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/** A collector that does not answer loses what it was sent, and holds up no stop of Steppe. */
const PATIENCE_MS = 2000

/**
 * One request as a collector of traces is told of it. Instants are in ms.
 *
 * @typedef {{ route: string, method: string, status: number, id: string, began: number, ended: number,
 *   headers: import('node:http').IncomingHttpHeaders }} Traced
 */

/**
 * Sends a span for each request to the collector of OpenTelemetry that OTEL_EXPORTER_OTLP_ENDPOINT names,
 * as JSON over http. Nothing is loaded without it. The other variables of OpenTelemetry count too, such as
 * OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER and OTEL_SERVICE_NAME.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {(line: string) => void} log
 */
export async function openTraces(env, log) {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: whole } = env
  const url = whole || (base && `${base.replace(/\/+$/, '')}/v1/traces`)
  if (!url) return undefined
  const packages = await load().catch(() => undefined)
  if (!packages) {
    log(
      'OTEL_EXPORTER_OTLP_ENDPOINT is set, but the packages of OpenTelemetry are not installed. No traces are sent. Run npm install without --omit=optional.',
    )
    return undefined
  }
  const { api, core, exporter, resources, sdk } = packages
  const provider = new sdk.BasicTracerProvider({
    resource: resources.resourceFromAttributes({
      'service.name': env.OTEL_SERVICE_NAME || 'steppe',
      'service.version': versionOfSteppe(),
    }),
    spanProcessors: [
      new sdk.BatchSpanProcessor(
        new exporter.OTLPTraceExporter({ url, timeoutMillis: PATIENCE_MS }),
      ),
    ],
  })
  const tracer = provider.getTracer('steppe')
  const callers = new core.W3CTraceContextPropagator()

  return {
    /** @param {Traced} request */
    record({ route, method, status, id, began, ended, headers }) {
      const caller = callers.extract(api.ROOT_CONTEXT, headers, api.defaultTextMapGetter)
      const attributes = {
        'http.request.method': method,
        // The page and never the address, which may contain the code of a link.
        'http.route': route,
        'http.response.status_code': status,
        'steppe.request_id': id,
      }
      const kind = api.SpanKind.SERVER
      const options = { kind, attributes, startTime: began }
      const span = tracer.startSpan(`${method} ${route}`, options, caller)
      if (status >= 500) span.setStatus({ code: api.SpanStatusCode.ERROR })
      span.end(ended)
    },
    /** Sends what waits. Never rejects, as a collector that is away must not keep Steppe from stopping. */
    end: () => provider.shutdown().catch(() => {}),
  }
}

async function load() {
  const [api, core, exporter, resources, sdk] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/core'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
  ])
  return { api, core, exporter, resources, sdk }
}

/** @returns {string} */
const versionOfSteppe = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
