import 'server-only'
import { guardCode } from '../server/people/guard-code'
import { currentVisitor } from './visitor'

/**
 * Looks something up by the code in the address of the present request. Codes that open nothing are
 * counted by the address of the client. Throws too_many_attempts.
 */
export const guardedCode = async <T>(
  look: () => Promise<T>,
  opensNothing: (found: T) => boolean = (found) => found === null,
): Promise<T> => guardCode((await currentVisitor()).address, look, opensNothing)
