import type { Brand } from './brand'

export type UserId = Brand<string, 'UserId'>
export type CohortId = Brand<string, 'CohortId'>
export type SessionId = Brand<string, 'SessionId'>
export type InvitationId = Brand<string, 'InvitationId'>
export type ExamId = Brand<string, 'ExamId'>
export type AttemptId = Brand<string, 'AttemptId'>
/** A client-made UUIDv7: sorts by the time it was made. */
export type EventId = Brand<string, 'EventId'>

// Course ids are written in the content files and checked by the compiler.
export type SourceId = Brand<string, 'SourceId'>
export type EntityId = Brand<string, 'EntityId'>
export type FactId = Brand<string, 'FactId'>
export type QuestionId = Brand<string, 'QuestionId'>
export type LessonId = Brand<string, 'LessonId'>
export type ModuleId = Brand<string, 'ModuleId'>
export type TopicId = Brand<string, 'TopicId'>

/** Marks a string as an id once the edge (form, route, row) has checked it. */
export const asUserId = (value: string) => value as UserId
export const asCohortId = (value: string) => value as CohortId
export const asSessionId = (value: string) => value as SessionId
export const asInvitationId = (value: string) => value as InvitationId
export const asExamId = (value: string) => value as ExamId
export const asAttemptId = (value: string) => value as AttemptId
export const asEventId = (value: string) => value as EventId
export const asQuestionId = (value: string) => value as QuestionId
export const asLessonId = (value: string) => value as LessonId
export const asSourceId = (value: string) => value as SourceId
export const asEntityId = (value: string) => value as EntityId
export const asFactId = (value: string) => value as FactId
export const asModuleId = (value: string) => value as ModuleId
export const asTopicId = (value: string) => value as TopicId

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether the database could know it: an address bar holds anything. */
export const isUuid = (value: string): boolean => UUID.test(value)
