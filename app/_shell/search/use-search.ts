'use client'

import { useEffect, useState } from 'react'
import type { SearchView } from '@/lib/reference/view/found'

/** `unreachable`: the server did not answer. The last results stay until the next answer. */
export type SearchState = {
  readonly found: SearchView | null
  readonly unreachable: boolean
}

/** Searches while somebody types. Only the newest query counts. */
export function useSearch(query: string): SearchState {
  const [state, setState] = useState<SearchState>({ found: null, unreachable: false })
  useEffect(() => {
    if (query.trim() === '') {
      setState({ found: null, unreachable: false })
      return
    }
    const request = new AbortController()
    fetch(`/api/search?q=${encodeURIComponent(query)}`, { signal: request.signal })
      .then(async (response) => {
        const found: SearchView | null = response.ok ? await response.json() : null
        setState((before) => ({ found: found ?? before.found, unreachable: found === null }))
      })
      .catch(() => {
        if (request.signal.aborted) return
        setState((before) => ({ ...before, unreachable: true }))
      })
    return () => request.abort()
  }, [query])
  return state
}
