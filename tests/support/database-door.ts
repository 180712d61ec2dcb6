import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A port that leads to a Postgres on a Unix socket, and that can be shut and opened again. */
export async function databaseDoor(url: string): Promise<{
  readonly url: string
  readonly shut: () => void
  readonly open: () => void
  readonly close: () => Promise<void>
}> {
  const through = new URL(url)
  const path = `${through.searchParams.get('host')}/.s.PGSQL.${through.port}`
  const sockets = new Set<Socket>()
  let isShut = false
  const server = createServer((near) => {
    if (isShut) return void near.destroy()
    const far = connect(path)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.pipe(to)
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  through.hostname = '127.0.0.1'
  through.port = String(port)
  through.searchParams.delete('host')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: through.href,
    shut: () => {
      isShut = true
      cut()
    },
    open: () => {
      isShut = false
    },
    close: async () => {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
