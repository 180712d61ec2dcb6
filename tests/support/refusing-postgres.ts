import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/**
 * A server that answers each connection as Postgres does when it lets nobody in: with this code and
 * message. With null, it answers as a web server does.
 */
export async function refusingPostgres(
  refusal: { readonly code: string; readonly message: string } | null,
): Promise<{ readonly port: number; readonly close: () => void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => {
      if (refusal === null) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
      else socket.end(errorResponse(refusal.code, refusal.message))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { port: (server.address() as AddressInfo).port, close }
}

/** The message ErrorResponse of the protocol: a letter, the length, and fields that end with a zero. */
function errorResponse(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}
