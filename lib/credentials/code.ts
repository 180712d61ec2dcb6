import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** 144 random bits that fit into a link. */
export const newCode = (): string => randomBytes(18).toString('base64url')

/** The form in which a code is stored: a stolen database opens no invitation. The code is random, so it needs no salt. */
export const hashCode = (code: string): string => createHash('sha256').update(code).digest('hex')
