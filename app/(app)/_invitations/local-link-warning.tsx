import { Notice } from '@/app/_components/notice'
import { isLocalAddress } from '@/lib/origin/local-address'

/** For a link that would lead everybody else to their own computer. */
export function LocalLinkWarning({ link }: { link: string }) {
  if (!isLocalAddress(link)) return null
  const { host } = new URL(link)
  return (
    <Notice kind="error" title="This link works on this computer only">
      It begins with {host}, which is every computer’s name for itself. Open Steppe at the address
      at which others reach it, or have STEPPE_URL set to that address, and create a new link. This
      one is kept and can be revoked.
    </Notice>
  )
}
