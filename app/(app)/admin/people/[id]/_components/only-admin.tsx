import type { AccountState } from '@/lib/server/people/load-account'

type Props = { account: AccountState; cannotBe: 'disabled' | 'deleted' }

/** Why the account of the last administrator has no button here. */
export function OnlyAdmin({ account: { name, isViewer }, cannotBe }: Props) {
  return (
    <p className="text-sm text-ink-2">
      {isViewer ? 'You are' : `${name} is`} the only administrator who can sign in, so this account
      cannot be {cannotBe}. Make somebody else an administrator first.
    </p>
  )
}
