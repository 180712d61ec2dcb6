'use client'

import { useEffect, useState } from 'react'
import { type GetReply, getReply } from '@/app/_http/get-reply'
import type { SearchView } from '@/lib/reference/view/found'

/** `trouble`: why there are no new results, in words. Without an answer, the last results stay. */
export type SearchState = {
  readonly found: SearchView | null
  readonly trouble: string | null
}

const NOTHING: SearchState = { found: null, trouble: null }
const PATIENCE_MS = 10_000

/** Searches while somebody types. Only the newest query counts. */
export function useSearch(query: string): SearchState {
  const [state, setState] = useState(NOTHING)
  useEffect(() => {
    if (query.trim() === '') {
      setState(NOTHING)
      return
    }
    const request = new AbortController()
    const path = `/api/search?q=${encodeURIComponent(query)}`
    void getReply<SearchView>(path, PATIENCE_MS, request.signal).then((reply) => {
      if (!request.signal.aborted) setState((before) => stateAfter(reply, before))
    })
    return () => request.abort()
  }, [query])
  return state
}

/** 409: the search is closed in the present state of this person, that is, during an exam. */
export function stateAfter(reply: GetReply<SearchView>, before: SearchState): SearchState {
  if (reply.kind === 'answered') return { found: reply.answer, trouble: null }
  if (reply.kind === 'failed') {
    const trouble = 'The server does not respond. Keep typing to try again.'
    return { found: before.found, trouble }
  }
  const trouble =
    reply.status === 409
      ? 'Search is closed while your exam is open. It opens again when you hand the exam in or its time is over.'
      : 'You are no longer signed in. Reload the page to sign in again.'
  return { found: null, trouble }
}
