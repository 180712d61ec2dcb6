import 'server-only'
import { closeDatabase } from '../db/connection/client'

/** Lets a command's process end: closes what the verbs opened. */
export const closeServer = (): Promise<void> => closeDatabase()
