'use client'

import { Button } from '@/app/_components/button'

export const PrintButton = () => (
  <Button kind="secondary" size="small" className="noscript:hidden" onClick={() => window.print()}>
    Print
  </Button>
)
