'use client'

import { useEffect, useState } from 'react'

/**
 * Sends the browser's time zone to the server, or UTC without JavaScript. People can change it in
 * Settings.
 */
export function ZoneField() {
  const [zone, setZone] = useState('UTC')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return <input type="hidden" name="zone" value={zone} />
}
