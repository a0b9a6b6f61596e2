import type { Part } from './part.ts';
import { access } from './parts/access.ts';
import { audits } from './parts/audits.ts';
import { codeGuessing } from './parts/code-guessing.ts';
import { crash } from './parts/crash.ts';
import { exactlyOnce } from './parts/exactly-once.ts';
import { fuzz } from './parts/fuzz.ts';
import { load } from './parts/load.ts';
import { logs } from './parts/logs.ts';
import { model } from './parts/model.ts';
import { providerFaults } from './parts/provider-faults.ts';
import { races } from './parts/races.ts';
import { threeProcesses } from './parts/three-processes.ts';
import { webhooks } from './parts/webhooks.ts';
import { webkit } from './parts/webkit.ts';

/** Every part of the campaign, in the order in which they are run; the logs of all are searched last. */
export const parts: readonly Part[] = [
  exactlyOnce,
  crash,
  threeProcesses,
  races,
  providerFaults,
  webhooks,
  model,
  fuzz,
  access,
  codeGuessing,
  load,
  audits,
  webkit,
  logs,
];
