import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** 144 random bits that fit into a link. */
export const newCode = (): string => randomBytes(18).toString('base64url')

/** What is kept of a code: a stolen database opens no invitation. The code is random, so no salt is needed. */
export const hashCode = (code: string): string => createHash('sha256').update(code).digest('hex')
