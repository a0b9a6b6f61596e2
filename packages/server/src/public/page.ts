import type { PageWords } from '@leavewell/locales/pages';
import type { RequestScope } from '../http/request-scope.ts';
import { html, type Html, type Part } from './html.ts';
import { contentSecurityPolicy, pageStyle } from './page-style.ts';

/** One page: its title and what stands in it. */
export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const style: Html = { html: `<style>${pageStyle}</style>` };

function document({ tag }: PageWords, title: string, body: Part): string {
  const page = html`<!doctype html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title}</title>
${style}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
  return page.html;
}

/**
 * A page as it is sent. Nothing of it is kept or framed, and it names no address to other sites. The policy for the
 * referrer lets our own forms name their origin, which `no-referrer` would hide.
 */
export async function pageResponse(words: PageWords, page: Page, scope: RequestScope): Promise<Response> {
  return new Response(document(words, page.title, page.body), {
    status: page.status ?? 200,
    headers: {
      ...scope.headers,
      'content-type': 'text/html; charset=utf-8',
      'content-language': words.tag,
      'content-security-policy': await contentSecurityPolicy(),
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Origin, Accept-Language',
      ...page.headers,
    },
  });
}
