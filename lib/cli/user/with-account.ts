import type { UserId } from '../../kernel/ids'
import type { WholeScope } from '../../server/whole-scope'
import { withDatabase } from '../with-database'

/** Only what commands say about an account. */
type NamedAccount = {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly disabled: boolean
}

/** Runs a command on the account with this address. Throws not_found. */
export const withAccount = <T>(
  address: string,
  work: (whole: WholeScope, account: NamedAccount) => Promise<T>,
): Promise<T> =>
  withDatabase(async (whole) => {
    const { accountByAddress } = await import('../../server/people/account-keeper')
    return work(whole, await accountByAddress(whole, address))
  })
