/// <reference types="node" />
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditReport } from '../audit-report.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';

/** Writes `report.json` and `report.html` into a folder, which holds the pictures already. */
export async function writeReport(report: AuditReport, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const read = async ({ file }: { file: string }) => [file, await readFile(join(folder, file), 'base64')] as const;
  const images = new Map(await Promise.all(report.pictures.map(read)));
  await Promise.all([
    writeFile(join(folder, 'report.json'), jsonReport(report)),
    writeFile(join(folder, 'report.html'), htmlReport(report, images)),
  ]);
}
