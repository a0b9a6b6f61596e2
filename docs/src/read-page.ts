import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml, type Page } from './layout.ts';

/** What a page may stand in for: `{{name argument}}` becomes the HTML that `fillers[name]` answers. */
export type Fillers = Readonly<Record<string, (argument: string) => string>>;

/** Shows a file of the repository, which the checks compile or run, so that no example can go stale. */
export function codeFile(root: string, path: string): string {
  const file = join(root, path);
  if (!existsSync(file)) throw new Error(`docs: a page shows "${path}", which does not exist`);
  const caption = `<figcaption><code>${escapeHtml(path)}</code></figcaption>`;
  return `<figure class="code">${caption}<pre tabindex="0"><code>${escapeHtml(readFileSync(file, 'utf8').trimEnd())}</code></pre></figure>`;
}

/** Reads one page's body; its title is that of its first heading. */
export function readPage(folder: string, file: string, fillers: Fillers): Page {
  const text = readFileSync(join(folder, file), 'utf8');
  const [, title] = /<h1[^>]*>(.*?)<\/h1>/s.exec(text) ?? [];
  if (title === undefined) throw new Error(`docs: ${file} has no <h1>`);
  const body = text.replace(/\{\{(\w+) ?([^}]*)\}\}/g, (_, name: string, argument: string) => {
    const fill = fillers[name];
    if (fill === undefined) throw new Error(`docs: ${file} asks for {{${name}}}, which there is not`);
    return fill(argument.trim());
  });
  const script = /<!-- script: (\S+) -->/.exec(text)?.[1];
  return { file, title: title.replace(/<[^>]+>/g, ''), body, ...(script !== undefined && { script }) };
}
