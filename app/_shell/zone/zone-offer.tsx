import { yearOfZone } from '@/lib/kernel/zone'
import { ZoneCheck } from './zone-check'

type Props = { userId: string; zone: string; now: number; className?: string }

/** A line for somebody whose browser is in another time zone than the account. */
export const ZoneOffer = ({ now, ...props }: Props) => (
  <ZoneCheck {...props} account={yearOfZone(props.zone, now)} />
)
