import type { CardResult } from './card-face'

export function verdictWords(verdict: Exclude<CardResult['verdict'], null>) {
  if (verdict === 'not-answered') return { words: 'Not answered', tone: 'text-ink-2', note: '' }
  switch (verdict.outcome) {
    case 'right': {
      const note = verdict.note === 'Right.' ? '' : verdict.note
      return { words: 'Right', tone: 'text-good', note }
    }
    case 'partly':
      return { words: 'Partly right', tone: 'text-hard', note: verdict.note }
    case 'wrong':
      return { words: 'Wrong', tone: 'text-again', note: verdict.note }
  }
}
