// Opens the embedded Postgres of a data directory, says what it got, and keeps it until its input
// ends. With "serve" it also claims to be the server.
import { openPostgres } from '../../bin/support/postgres.mjs'

const [dataDir = '', serve] = process.argv.slice(2)
const postgres = await openPostgres({ dataDir, durable: false, log: console.error })
const serving = serve === 'serve' && (await postgres.claimServing())
const { url, started, adopted, home } = postgres
console.log(JSON.stringify({ url, started, adopted, home, serving }))
process.stdin.resume().on('end', async () => {
  await postgres.stop()
  process.exit()
})
