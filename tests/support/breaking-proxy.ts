import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What happens to the forms that are sent: `cut` ends the connection before the server has seen the
 * request, `cut-after` when the server has done it, and `silent` never answers.
 */
export type Fault =
  | 'none'
  | 'cut'
  | 'cut-after'
  | 'bad-gateway'
  | 'forbidden'
  | 'too-large'
  | 'silent'
  | 'other-build'

export type BreakingProxy = {
  readonly url: string
  /** From now on, this happens to every POST request, or to every request whose path matches. */
  readonly breakWith: (fault: Fault, path?: RegExp) => void
  readonly close: () => Promise<void>
}

/** Stands between a browser and the whole program, as a proxy of the house would. */
export async function breakingProxy(target: string): Promise<BreakingProxy> {
  let fault: Fault = 'none'
  let path: RegExp | undefined
  const isMeant = ({ method, url }: IncomingMessage) =>
    path === undefined ? method === 'POST' : path.test(url ?? '')

  const server = createServer((incoming, answer) => {
    const strikes = isMeant(incoming) ? fault : 'none'
    switch (strikes) {
      case 'none':
        return passOn(target, incoming, answer)
      case 'cut':
        return void incoming.destroy()
      case 'cut-after':
        return passOn(target, incoming, answer, () => incoming.destroy())
      case 'bad-gateway':
        return page(incoming, answer, 502, 'Bad Gateway')
      case 'forbidden':
        return page(incoming, answer, 403, 'Forbidden')
      case 'too-large':
        return page(incoming, answer, 413, 'Request Entity Too Large')
      case 'silent':
        return
      case 'other-build':
        if (incoming.headers['next-action']) incoming.headers['next-action'] = '00'.repeat(21)
        return passOn(target, incoming, answer)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    breakWith(next, where) {
      fault = next
      path = where
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function passOn(
  target: string,
  incoming: IncomingMessage,
  answer: ServerResponse,
  instead?: () => void,
): void {
  const { method, headers, url } = incoming
  const onward = request(target + url, { method, headers }, (response) => {
    if (instead !== undefined) return instead()
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(answer)
  })
  onward.on('error', () => answer.destroy())
  incoming.pipe(onward)
}

/** As nginx answers. The body is read first, or the browser would see a cut connection. */
function page(incoming: IncomingMessage, answer: ServerResponse, status: number, words: string) {
  incoming.resume().on('end', () => {
    answer
      .writeHead(status, { 'content-type': 'text/html' })
      .end(`<html><body><center><h1>${status} ${words}</h1></center><hr>nginx</body></html>`)
  })
}
