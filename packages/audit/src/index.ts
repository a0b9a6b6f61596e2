export { AuditError } from './audit-error.ts';
export { auditFlow, type AuditOptions } from './audit-flow.ts';
export type { AuditReport, CheckReport } from './audit-report.ts';
export type { Pace } from './browser/pace.ts';
export { type Check, type CheckId, checkIds, type Finding, type Verdict } from './checks/check.ts';
export { checks } from './checks/checks.ts';
export type {
  CodeSource,
  ControlRef,
  ControlRole,
  FieldValues,
  FlowDescription,
  SignIn,
  TimingPoint,
  TruthSource,
} from './flow/flow-description.ts';
export { parseFlow } from './flow/parse-flow.ts';
export { FlowError } from './flow/read-field.ts';
export { judgeRecording } from './judge-recording.ts';
export type {
  Answer,
  ConfirmingScreen,
  LoggedOutVisit,
  PaintedFrame,
  Press,
  PressKind,
  ReceiptText,
  Recording,
  Return,
  TimedWalk,
  Truth,
  Undo,
  UrgencyLook,
  Walk,
  ZoneVisit,
} from './recording/recording.ts';
export type { Box, Rgb, Screen, ScreenElement } from './recording/screen.ts';
export { htmlReport } from './report/html.ts';
export { jsonReport } from './report/json.ts';
export { tableReport } from './report/table.ts';
export { writeReport } from './report/write-report.ts';
export { type Thresholds, thresholdsOf } from './thresholds.ts';
