// Starts an unpacked bundle as its reader would, asks for two pages and a command, and prints what came.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'

const [folder = '.'] = process.argv.slice(2)
const begun = Date.now()
const child = spawn('sh', ['start.sh'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
let output = ''
const ready = new Promise((resolve, reject) => {
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
    if (output.includes('Press Ctrl-C')) resolve(undefined)
  })
  child.once('exit', () => reject(new Error(`It ended while it started:\n${output}`)))
})
await ready
const readyMs = Date.now() - begun
const [url = ''] = output.match(/(?<=ready: )\S+/) ?? []
const [setupUrl = ''] = output.match(/(?<=once\): )\S+/) ?? []
const signIn = await fetch(`${url}/sign-in`)
const [, title = ''] = (await signIn.text()).match(/<title>([^<]*)/) ?? []
const setup = (await fetch(setupUrl)).status
const people = execFileSync(process.execPath, ['bin/steppe.mjs', 'user', 'list'], {
  cwd: folder,
  encoding: 'utf8',
})
child.removeAllListeners('exit')
child.kill('SIGTERM')
await once(child, 'exit')
console.log(
  JSON.stringify({
    readyMs,
    signIn: signIn.status,
    title,
    setup,
    people,
    network: process.env.NETWORK,
  }),
)
