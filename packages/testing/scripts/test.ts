// `npm test`: every check of the repository, then one last line `N passed, N failed`. `npm test -- imports sizes` runs
// only those named.
import { allChecks } from './checks/all-checks.ts';
import type { CheckResult } from './checks/check.ts';
import { runChecks, stopChecks } from './checks/run-checks.ts';
import { tallyAll } from './checks/tally.ts';
import { root } from './places.ts';

const LANES = 2;

function print({ name, ok, output, seconds }: CheckResult): void {
  console.log(`\n== ${name}: ${ok ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  if (output.trim() !== '') console.log(output.trimEnd());
}

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !allChecks.some((check) => check.name === name));
  if (unknown.length > 0) throw new Error(`No check "${unknown.join('", "')}"; there are: ${allChecks.map(({ name }) => name).join(', ')}`);
  const checks = allChecks.filter(({ name }) => names.length === 0 || names.includes(name));
  const results = await runChecks(checks, { cwd: root, lanes: LANES, onResult: print });
  const { passed, failed } = tallyAll(results);
  for (const { name } of results.filter(({ ok }) => !ok)) console.log(`\nfailed: ${name}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopChecks();
    process.exit(1);
  });
}
await main(process.argv.slice(2));
