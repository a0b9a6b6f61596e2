import { html } from 'hono/html';
import type { InboxMessage } from '../inbox/inbox.ts';
import type { SiteLanguage } from '../site-language.ts';
import { layout, type Markup } from './layout.ts';
import type { PageContext } from './page-context.ts';

// Day before month, as everywhere else on the site.
const dateLanguage: Record<SiteLanguage, string> = { en: 'en-GB', 'zh-CN': 'zh-CN' };

function sentAt({ language, texts }: PageContext, at: string): Markup {
  const format = new Intl.DateTimeFormat(dateLanguage[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  });
  return html`<time datetime="${at}">${format.format(new Date(at))}</time> ${texts.zone}`;
}

function messageItem(context: PageContext, message: InboxMessage): Markup {
  const { texts } = context;
  const channel = message.channel === 'sms' ? texts.channels.sms : texts.channels.email;
  return html`<li class="message">
    <article>
      <h2>${message.subject}</h2>
      <p class="meta">${channel} · ${texts.to} ${message.to} · ${sentAt(context, message.at)}</p>
      ${message.code && html`<p class="code"><span>${texts.codeLabel}</span> <strong>${message.code}</strong></p>`}
      <p class="text">${message.text}</p>
    </article>
  </li>`;
}

/** Every message that was sent, as the members would read them. It changes only when it is loaded again. */
export function inboxPage(context: PageContext, messages: readonly InboxMessage[]): Markup {
  const { texts } = context;
  const list = html`<ol class="messages">
    ${messages.map((message) => messageItem(context, message))}
  </ol>`;
  return layout(context, {
    title: texts.messagesTitle,
    main: html`<div class="page-heading">
        <h1>${texts.messagesTitle}</h1>
        <p>${texts.messagesLead}</p>
      </div>
      ${messages.length > 0 ? list : html`<p class="notice">${texts.messagesEmpty}</p>`}`,
  });
}
