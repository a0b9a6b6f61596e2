import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Plugin, RollupLog, WarningHandlerWithDefault } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { minifyChunks } from './minify-chunks.ts';
import { minifyTemplates } from './minify-templates.ts';

/** The oldest language version that published files are written in. */
export const target = 'es2022';

/** Hides two warnings about zod's own files that change nothing here. */
export const onwarn: WarningHandlerWithDefault = (warning: RollupLog, warn) => {
  const file = warning.id ?? warning.ids?.join() ?? warning.loc?.file ?? '';
  const isKnown = warning.code === 'INVALID_ANNOTATION' || warning.code === 'CIRCULAR_DEPENDENCY';
  if (!isKnown || !/node_modules\/zod\//.test(file)) warn(warning);
};

/** What turns our sources and everything they import into one minified file for a page. */
export function browserPlugins(): Plugin[] {
  return [
    nodeResolve({ browser: true, exportConditions: ['@leavewell/source', 'production'] }),
    minifyTemplates(),
    esbuild({ target, tsconfig: 'tsconfig.json', legalComments: 'none', charset: 'utf8' }),
    minifyChunks(),
  ];
}
