'use client'

import { useEffect, useState } from 'react'
import { Notice } from '@/app/_components/notice'

/**
 * Says that nobody can sign in without cookies. A server cannot tell, because a browser that
 * blocks them looks like one that comes for the first time.
 */
export function CookieNotice() {
  const [isBlocked, setBlocked] = useState(false)
  useEffect(() => setBlocked(!keepsCookies()), [])
  return (
    <>
      {isBlocked ? (
        <Notice kind="error" title="This browser blocks cookies" className="mb-6">
          <p>
            Steppe needs one cookie to know that you are signed in. Allow cookies for this address
            in the browser’s settings, then reload the page.
          </p>
        </Notice>
      ) : null}
      <noscript>
        <p className="mb-6 text-sm text-ink-2">
          Steppe needs one cookie to know that you are signed in. If you come back to this page
          after you have signed in, allow cookies for this address in the browser’s settings.
        </p>
      </noscript>
    </>
  )
}

const PROBE = 'steppe-probe=1'

/** Tries it, because Chromium says `cookieEnabled` even where a setting blocks all cookies. */
function keepsCookies(): boolean {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers
    document.cookie = `${PROBE}; path=/; SameSite=Lax`
    const isKept = document.cookie.includes(PROBE)
    // biome-ignore lint/suspicious/noDocumentCookie: as above
    document.cookie = `${PROBE}; path=/; SameSite=Lax; max-age=0`
    return isKept
  } catch {
    return false
  }
}
