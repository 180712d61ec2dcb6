// Takes the lock of a data directory, says so, and holds it until its input ends.
import { lockDataDirectory } from '../../bin/support/server/server-lock.mjs'

const [dataDir = ''] = process.argv.slice(2)
const lock = await lockDataDirectory(dataDir, 'http://localhost:4321')
console.log('locked')
process.stdin.resume().on('end', () => {
  lock.release()
  process.exit()
})
