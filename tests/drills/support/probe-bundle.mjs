// Starts an unpacked bundle as its reader would, makes the first account, and prints what came of it.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const [folder = '.'] = process.argv.slice(2)
const begun = Date.now()
const child = spawn('sh', ['start.sh'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
let output = ''
const ready = new Promise((done, reject) => {
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
    if (output.includes('Press Ctrl-C')) done(undefined)
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
// Its list lies beside the build and not in it.
const LEAKED = 'Soso123aljg'
const create = 'user create --email ada@example.org --name Ada --role learner --password-stdin'
const refused = spawnSync(
  process.execPath,
  [resolve(folder, 'bin/steppe.mjs'), ...create.split(' ')],
  { cwd: '/', input: LEAKED, encoding: 'utf8' },
)
const people = execFileSync(process.execPath, ['bin/steppe.mjs', 'user', 'list'], {
  cwd: folder,
  encoding: 'utf8',
})
const guessable = await setUp(LEAKED)
const account = await setUp('a long enough one')
const cookie = account.headers
  .getSetCookie()
  .map((each) => each.split(';')[0])
  .join('; ')
const admin = await fetch(`${url}/admin`, { headers: { cookie }, redirect: 'manual' })
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
    refusals: [refused.stderr, await guessable.text()].filter((text) =>
      text.includes('guess first'),
    ).length,
    admin: admin.status,
    network: process.env.NETWORK,
  }),
)

/**
 * Sends the form as a browser without JavaScript does.
 *
 * @param {string} password
 */
async function setUp(password) {
  const page = await (await fetch(setupUrl)).text()
  const form = page.split('<form').find((part) => part.includes('name="password"')) ?? ''
  const data = new FormData()
  for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [name = '', value = ''] = ['name', 'value'].map((each) => attribute(input, each))
    data.append(name, value)
  }
  data.append('name', 'Ada Minster')
  data.append('email', 'ada@example.org')
  data.append('password', password)
  const headers = { origin: url, referer: setupUrl }
  return fetch(setupUrl, { method: 'POST', body: data, headers, redirect: 'manual' })
}

/**
 * @param {string} tag
 * @param {string} name
 */
function attribute(tag, name) {
  const [, value = ''] = tag.match(new RegExp(`\\b${name}="([^"]*)"`)) ?? []
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
