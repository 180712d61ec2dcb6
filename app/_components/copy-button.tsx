'use client'

import { useState } from 'react'
import { Button } from './button'
import { CheckIcon, CopyIcon } from './icons'

/** Copies `text`; says so in the button. Selecting by hand works where the browser has no clipboard. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <Button kind="secondary" onClick={copy} className="min-w-32">
      {copied ? <CheckIcon /> : <CopyIcon />}
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </Button>
  )
}
