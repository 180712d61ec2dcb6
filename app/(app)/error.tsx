'use client'

import { Failure } from '../_shell/failure'

export default function AppError(props: { error: unknown; retry: () => void }) {
  return <Failure {...props} />
}
