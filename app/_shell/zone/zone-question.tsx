'use client'

import { useEffect, useState } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { Button } from '@/app/_components/button'
import { classNames } from '@/app/_components/class-names'
import { Link } from '@/app/_components/link'
import { SubmitButton } from '@/app/_components/submit-button'
import { placeOf, zoneWords } from '@/lib/kernel/zone'
import { changeZone } from './actions'
import { keepZone, zoneToOffer } from './kept-zone'

type Props = { userId: string; zone: string; className?: string }
type Offer = { readonly account: string; readonly browser: string; readonly now: number }

/** A line for somebody whose browser is in another time zone than the account. It asks once. */
export function ZoneQuestion({ userId, zone, className }: Props) {
  const [offer, setOffer] = useState<Offer | null>(null)
  useEffect(() => {
    const now = Date.now()
    const browser = zoneToOffer({
      userId,
      account: zone,
      browser: Intl.DateTimeFormat().resolvedOptions().timeZone,
      nowMs: now,
      storage: () => window.localStorage,
    })
    // When the account has been moved, the line stays and says so.
    if (browser !== null) setOffer({ account: zone, browser, now })
  }, [userId, zone])
  if (offer === null) return null
  const { account, browser, now } = offer
  return (
    <aside
      aria-label="Time zone"
      className={classNames('max-w-measure border-l-2 border-rule-2 pl-4 text-sm', className)}
    >
      <ActionForm action={changeZone} className="gap-3">
        {(state) =>
          state.kind === 'done' ? (
            <p role="status">
              Times and days are now those of your time zone ({zoneWords(browser, now)}).
            </p>
          ) : (
            <>
              <p className="text-ink-2">
                This browser is in another time zone ({zoneWords(browser, now)}) than your account (
                {zoneWords(account, now)}). Times, and when your day begins, follow the account.
              </p>
              <input type="hidden" name="zone" value={browser} />
              <div className="flex flex-wrap items-center gap-3">
                <SubmitButton kind="secondary" size="small">
                  Use {nameOf(browser, now)}
                </SubmitButton>
                <Button
                  kind="secondary"
                  size="small"
                  onClick={() => {
                    keepZone(userId, account, browser, () => window.localStorage)
                    setOffer(null)
                  }}
                >
                  Keep {nameOf(account, now)}
                </Button>
                {state.kind === 'refused' ? (
                  <Link href="/settings" className="link">
                    All time zones
                  </Link>
                ) : null}
              </div>
            </>
          )
        }
      </ActionForm>
    </aside>
  )
}

/** For a button: the place, or the offset where a zone stands for no place. */
const nameOf = (zone: string, now: number) => {
  const place = placeOf(zone)
  return place === 'UTC' ? zoneWords(zone, now) : place
}
