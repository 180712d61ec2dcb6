import 'server-only'
import {
  analystAssignments,
  analystDays,
  analystFacts,
  analystLessons,
  analystQuestions,
  analystTopics,
} from './analyst'
import { answers, oldMeanings, wrongAnswers } from './answers'
import { assignments } from './assignments'
import { atRisk } from './at-risk'
import { examResults } from './exam-results'
import { exams } from './exams'
import { forecasts } from './forecasts'
import { gradebook } from './gradebook'
import { inbox } from './inbox'
import { people } from './people'
import { questions } from './questions'
import { readiness } from './readiness'
import type { ExportTable } from './table'

/** Every table that can be exported, by the name in its address: `/cohorts/ID/export/NAME.csv`. */
const tables = {
  people,
  readiness,
  'at-risk': atRisk,
  questions,
  answers,
  'wrong-answers': wrongAnswers,
  'old-meanings': oldMeanings,
  'analyst-topics': analystTopics,
  'analyst-questions': analystQuestions,
  'analyst-assignments': analystAssignments,
  'analyst-facts': analystFacts,
  'analyst-lessons': analystLessons,
  'analyst-days': analystDays,
  forecasts,
  assignments,
  inbox,
  exams,
  'exam-results': examResults,
  gradebook,
} satisfies Readonly<Record<string, ExportTable>>

export type TableName = keyof typeof tables

export const TABLES: Readonly<Record<TableName, ExportTable>> = tables

export const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name)
