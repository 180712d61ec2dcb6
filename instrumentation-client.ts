import { watchActions } from './app/_http/action-requests'

// Next runs this file in the browser before the page becomes active.
window.fetch = watchActions(window.fetch.bind(window))
