'use client'

import { useEffect, useState } from 'react'

/** Chooses all rows on the page at once. Without JavaScript they are chosen one by one. */
export function ChooseAll({ form, field, label }: { form: string; field: string; label: string }) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <input
      type="checkbox"
      aria-label={label}
      className="choice"
      onChange={({ currentTarget }) => {
        const boxes = document.querySelectorAll<HTMLInputElement>(
          `input[type=checkbox][name="${field}"][form="${form}"]`,
        )
        for (const box of boxes) box.checked = currentTarget.checked
      }}
    />
  )
}
