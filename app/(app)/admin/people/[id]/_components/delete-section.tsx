import type { AccountState } from '@/lib/server/people/load-account'

/** Where an account is deleted. */
export function DeleteSection({ account: { email } }: { account: AccountState }) {
  return (
    <p className="text-sm text-ink-2">
      Accounts are deleted on the command line, which says first what happens to the answers:{' '}
      <code className="wrap-anywhere">npx steppe user delete --email {email}</code>
    </p>
  )
}
