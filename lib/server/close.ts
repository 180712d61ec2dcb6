import 'server-only'
import { closeDatabase } from '../db/connection/client'
import { closeReplica } from '../db/connection/read-replica'

/** Lets a command's process end: closes what the verbs opened. */
export async function closeServer(): Promise<void> {
  await closeReplica()
  await closeDatabase()
}
