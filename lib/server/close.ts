import 'server-only'
import { closeDatabase } from '../db/client'

/** Lets a command's process end: closes what the verbs opened. */
export const closeServer = (): Promise<void> => closeDatabase()
