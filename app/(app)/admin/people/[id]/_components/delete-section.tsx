import type { AccountState } from '@/lib/server/people/load-account'
import { DeleteForm } from './delete-form'

/** Deletes an account, and says before what will happen. */
export function DeleteSection({ account }: { account: AccountState }) {
  const { name, isLastAdmin, isViewer } = account
  if (isLastAdmin) {
    return (
      <p className="text-sm text-ink-2">
        {isViewer ? 'You are' : `${name} is`} the only administrator who can sign in, so this
        account cannot be deleted. Make somebody else an administrator first.
      </p>
    )
  }
  return <DeleteForm account={account} />
}
