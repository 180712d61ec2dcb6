import { watchRequests } from './app/_http/watch-requests'

// Next runs this file in the browser before the page becomes active.
window.fetch = watchRequests(window.fetch.bind(window))
