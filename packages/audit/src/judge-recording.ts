import type { AuditReport } from './audit-report.ts';
import { checks } from './checks/checks.ts';
import { screensBetween } from './checks/q02-screens-between.ts';
import type { Recording } from './recording/recording.ts';
import { headingOf, type Screen } from './recording/screen.ts';
import type { Thresholds } from './thresholds.ts';

function picturesOf({ entries, walk, zones, undo, loggedOut }: Recording): AuditReport['pictures'] {
  const titled = (title: string, screens: readonly Screen[]) => screens.map((screen) => ({ title, screen }));
  const all = [
    ...titled(
      'Member page',
      entries.map(({ screen }) => screen),
    ),
    ...titled('On the way', walk.screens),
    ...zones.flatMap(({ zone, screen }) => titled(`Afterwards in ${zone}`, [screen])),
    ...titled('Undone', undo === null ? [] : [...undo.screens, ...(undo.done === null ? [] : [undo.done])]),
    ...titled('Logged out', loggedOut === null ? [] : [loggedOut.screen]),
  ];
  const shown = all.flatMap(({ title, screen }) =>
    screen.picture === null ? [] : [{ title: `${title}: ${headingOf(screen) || screen.title}`, file: screen.picture }],
  );
  return shown.filter(({ file }, at) => shown.findIndex((other) => other.file === file) === at);
}

/** Judges what was recorded by every check of the rubric. Pure. */
export function judgeRecording(recording: Recording, thresholds: Thresholds, auditedAt: string): AuditReport {
  const reports = checks.map(({ id, title, judge }) => ({ id, title, ...judge(recording, thresholds) }));
  const holds = reports.filter(({ verdict }) => verdict === 'holds').length;
  const applies = reports.filter(({ verdict }) => verdict !== 'not_applicable').length;
  const { walk } = recording;
  return {
    url: recording.url,
    profile: thresholds.profile,
    language: recording.language,
    auditedAt,
    score: { holds, applies, percent: applies === 0 ? 0 : Math.round((holds / applies) * 100) },
    friction:
      walk.done === null ? null : { activations: walk.presses.length, screensBetween: screensBetween(walk).length },
    checks: reports,
    pictures: picturesOf(recording),
  };
}
