import type { InputFile } from '@/lib/compiler/draft'

/** Another invented course, as the folder of its own has it: one lesson with four questions. */
export const SECOND_COURSE: readonly InputFile[] = [
  {
    path: 'course.yaml',
    text: `id: passes
title: The mountain passes
summary: Another invented course.
topics:
  - { id: snow, title: Snow }
modules:
  - { id: winter, title: Winter on the passes, summary: When they close., lessons: [closing] }
`,
  },
  {
    path: 'entities.yaml',
    text: `states:
  - { id: ar, iso: '901', name: Arvenia, aliases: [ARV] }
`,
  },
  {
    path: 'sources/pass-diary.yaml',
    text: `id: pass-diary
short: pas
title: A diary of the passes
publisher: The keeper
date: '1970'
dateKnown: stated
dateNote: On its cover.
reliability: Invented.
paragraphs: 2
sections:
  - { title: Body, from: 1, to: 2 }
`,
  },
  {
    path: 'facts/pass-diary.yaml',
    text: `facts:
  - id: pas-closing
    kind: event
    statement: The high pass closed in November 1969.
    holds: { from: '1969-11' }
    cites: ['pass-diary#1']
    keyTerms: [November 1969, high pass]
`,
  },
  {
    path: 'lessons/winter/closing.md',
    text: `---
id: closing
module: winter
title: When the passes close
question: When do they close?
minutes: 3
---
## Snow

:fact[The high pass closed in November 1969]{id=pas-closing}.

| pass | closed |
| --- | --- |
| high | November 1969 |

::recall{q=pass-month}

::recall{q=pass-year}

::recall{q=pass-season}

::recall{q=pass-keeper}

## What remains uncertain

Whether it opened again.
`,
  },
  {
    path: 'questions/winter.yaml',
    text: `topic: snow
questions:
${question('month', 'In which month of 1969 was the high pass shut?', 'November')}
${question('year', 'In which year did snow shut the high pass?', '1969', true)}
${question('season', 'Before which part of winter was the way shut?', 'Before midwinter')}
${question('keeper', 'Who wrote down when the way was shut?', 'Its guardian')}
`,
  },
]

function question(id: string, prompt: string, answer: string, isChoice = false): string {
  return `  - id: pass-${id}
    kind: ${isChoice ? 'choice' : 'flash'}
    depth: core
    asks: fact
    lesson: closing
    prompt: ${prompt}
    answer: '${answer}'
${isChoice ? "    distractors: ['1968', '1970']\n" : ''}    explanation: The diary says so.
    facts: [pas-closing]`
}
