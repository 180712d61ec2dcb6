'use client'

import { useEffect, useState } from 'react'
import { getJson, type JsonOptions } from '@/app/_http/get-json'
import type { SearchView } from '@/lib/reference/view/found'

/** `unreachable`: the server did not answer. The last results stay until the next answer. */
export type SearchState = {
  readonly found: SearchView | null
  readonly unreachable: boolean
}

const PATIENCE_MS = 10_000

/** Searches while somebody types. Only the newest query counts. */
export function useSearch(query: string): SearchState {
  const [state, setState] = useState<SearchState>({ found: null, unreachable: false })
  useEffect(() => {
    if (query.trim() === '') {
      setState({ found: null, unreachable: false })
      return
    }
    const request = new AbortController()
    const path = `/api/search?q=${encodeURIComponent(query)}`
    const options: JsonOptions = { cache: 'default', signal: request.signal }
    void getJson<SearchView>(null, path, PATIENCE_MS, options).then((found) => {
      if (request.signal.aborted) return
      setState((before) => ({ found: found ?? before.found, unreachable: found === null }))
    })
    return () => request.abort()
  }, [query])
  return state
}
