import * as flatTree from './flat-tree.ts';
import * as lastWords from './last-words.ts';
import * as looks from './looks.ts';
import * as naming from './naming.ts';
import * as screen from './take-screen.ts';
import * as frames from './watch-frames.ts';

const functions = [flatTree, naming, looks, screen, frames, lastWords].flatMap((module) => Object.values(module));

/**
 * The functions that look at a page, as text that runs there: a page cannot import our modules. They are put below one
 * name, `leavewellAudit`, that a site does not use and that does not show when a page lists its own properties.
 */
export const pageScript = `if (!('leavewellAudit' in window))
Object.defineProperty(window, 'leavewellAudit', { value: (() => {
${functions.map(String).join('\n')}
return { ${functions.map(({ name }) => name).join(', ')} };
})() });`;
