'use client'

import { useEffect, useState } from 'react'

/** Tells the server the browser's time zone; UTC until the script runs. Can be changed in Settings. */
export function ZoneField() {
  const [zone, setZone] = useState('UTC')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return <input type="hidden" name="zone" value={zone} />
}
