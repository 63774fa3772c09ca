export {
  type Bilingual,
  conflict,
  DomainError,
  type ErrorCode,
  type FieldProblem,
  forbidden,
  goneAlready,
  halfKnownDay,
  invalid,
  invalidFields,
  notFound,
  noSource,
  notAsSeen,
  stale,
  unauthenticated,
  unknownKey,
} from './errors.js';
export {
  type Actor,
  currentActor,
  currentRequest,
  type Lang,
  type RequestContext,
  type RoleGrant,
  runAs,
  type SignInStep,
  SYSTEM,
} from './context.js';
export {
  AccessPolicy,
  BeforeSecondFactor,
  Can,
  CurrentActor,
  Public,
  ROUTE_ACCESS,
  type RouteAccess,
} from './access.js';
export { BothWords } from './both-words.js';
export * from './fields.js';
export { cursorOf, type Page, PageQuery, pageOf, parseCursor } from './pages.js';
export { Operation, pageSchema } from './operation.js';
export { IdParam } from './id-param.js';
export { IfMatch, Versioned } from './versions.js';
export { Idempotent } from './idempotency.js';
export { IdempotencyKey } from './idempotency.entity.js';
export { documentPolicy, hashSource } from './content-policy.js';
export { checked } from './checked.js';
export { TABLE_TYPES, TakesTable } from './table-body.js';
export { FileUpload, TakesFile, type Upload, type UploadedFile } from './upload.js';
export { knowsTag, publicAnswer, SameForEverybody } from './public-answer.js';
export { RawJson } from './raw-json.js';
export { sendAttachment } from './attachment.js';
export { createHttpApp, describeApi, type HttpAppOptions } from './app.js';
export { HttpModule } from './http.module.js';
