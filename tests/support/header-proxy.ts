import { createServer, request as forward, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type HeaderProxy = {
  /** As people type it. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * A proxy that passes everything on, after `change` has done to the headers what a careless
 * configuration does. Without `change` it is as bare as one of TCP.
 */
export async function headerProxy(
  target: () => string,
  change: (headers: IncomingHttpHeaders) => IncomingHttpHeaders = (headers) => headers,
  port = 0,
): Promise<HeaderProxy> {
  const server = createServer((request, response) => {
    const { hostname, port } = new URL(target())
    const onward = forward(
      {
        hostname,
        port,
        method: request.method,
        path: request.url,
        headers: change(request.headers),
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(port, resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
