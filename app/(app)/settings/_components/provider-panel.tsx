import { Panel } from '@/app/_components/panel'
import { formatDate } from '@/app/_format/format-date'
import type { SignInWays } from '@/lib/server/people/sign-in-ways'
import { ProviderLinkForm, ProviderUnlinkForm } from './provider-forms'

type Props = { ways: SignInWays; zone: string }

/** Whether this account can be opened with the sign-in provider. Nothing where there is none. */
export function ProviderPanel({ ways: { hasPassword, provider }, zone }: Props) {
  if (!provider) return null
  const { name, linked } = provider
  return (
    <Panel title={`Sign in with ${name}`}>
      <p className="mb-4 text-sm text-ink-2">
        {linked
          ? `Since ${formatDate(linked.since, zone)} you can sign in with ${name}${linked.email === null ? '' : ` as ${linked.email}`}.`
          : `Link ${name} to this account, and you can sign in there instead of with your password.`}{' '}
        {linked && !hasPassword
          ? `You have no password here. If you want one, ask an administrator for a link to set it.`
          : null}
      </p>
      {hasPassword ? (
        linked ? (
          <ProviderUnlinkForm name={name} />
        ) : (
          <ProviderLinkForm name={name} />
        )
      ) : null}
    </Panel>
  )
}
