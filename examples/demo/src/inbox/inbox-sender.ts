import { loadCatalog } from '@leavewell/locales';
import { renderMessage } from '@leavewell/locales/messages';
import { formatInstant, type Clock, type MessageSender } from '@leavewell/server';
import { siteTexts } from '../pages/site-texts.ts';
import { siteLanguage } from '../site-language.ts';
import type { Inbox } from './inbox.ts';

/** Where a real host calls its SMS and mail gateways, the demo puts messages into its inbox. */
export function inboxSender(inbox: Inbox, clock: Clock): MessageSender {
  return {
    async send(message) {
      const { id, to, channel, kind, memberId, language } = message;
      const { subject, text } = renderMessage(await loadCatalog(language), message);
      inbox.add({
        id,
        at: formatInstant(clock.now()),
        to,
        channel,
        // A text message has no subject of its own.
        subject: subject ?? siteTexts[siteLanguage(language)].channels.sms,
        text,
        ...(message.kind === 'verification_code' && { code: message.code }),
        kind,
        memberId,
      });
    },
  };
}
