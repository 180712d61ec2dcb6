import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

type SunkMail = { readonly to: string; readonly data: string }

/** What it makes of a mail: `busy` is of one message, `goes-down` of the whole server. */
type Mood = 'takes' | 'refuses-recipients' | 'busy' | 'goes-down' | 'hangs-up-after-data'

/** An SMTP server on a port of its own that keeps what it is sent (RFC 5321, no more than a client needs). */
export async function mailSink() {
  const mails: SunkMail[] = []
  const state: { mood: Mood } = { mood: 'takes' }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, mails, state)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    mails,
    state,
    url: `smtp://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function converse(socket: Socket, mails: SunkMail[], state: { mood: Mood }): void {
  let buffer = ''
  let to = ''
  let inData = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  socket.on('error', () => {})
  socket.setEncoding('utf8').on('data', (part: string) => {
    buffer += part
    while (true) {
      const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const text = buffer.slice(0, end)
      buffer = buffer.slice(end + (inData ? 5 : 2))
      if (inData) {
        inData = false
        mails.push({ to, data: text })
        if (state.mood === 'hangs-up-after-data') socket.destroy()
        else say('250 kept')
        continue
      }
      const verb = text.slice(0, 4).toUpperCase()
      if (verb === 'RCPT') {
        to = text.match(/<([^>]*)>/)?.[1] ?? ''
        say(state.mood === 'refuses-recipients' ? '550 no such mailbox' : '250 ok')
      } else if (verb === 'MAIL') say(state.mood === 'busy' ? '451 try later' : '250 ok')
      else if (verb === 'DATA') {
        inData = true
        say('354 go on')
      } else if (verb === 'EHLO' && state.mood === 'goes-down') say('421 going down')
      else if (verb === 'HELO' && state.mood === 'goes-down') say('421 going down')
      else if (verb === 'QUIT') socket.end('221 bye\r\n')
      else say('250 ok')
    }
  })
  say('220 sink')
}
