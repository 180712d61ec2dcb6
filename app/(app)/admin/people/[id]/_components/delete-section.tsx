import type { AccountState } from '@/lib/server/people/load-account'
import { DeleteForm } from './delete-form'
import { OnlyAdmin } from './only-admin'

/** Deletes an account, and says before what will happen. */
export function DeleteSection({ account }: { account: AccountState }) {
  return account.isLastAdmin ? (
    <OnlyAdmin account={account} cannotBe="deleted" />
  ) : (
    <DeleteForm account={account} />
  )
}
