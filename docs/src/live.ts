import '@leavewell/elements/define/cancel-renewal';
import { createMemberClient } from '@leavewell/sdk';
import type { Message } from '@leavewell/server';
import { startHost } from './in-page-host.ts';

const EVENTS = [
  'cancel-renewal-start',
  'cancel-renewal-success',
  'cancel-renewal-keep',
  'cancel-renewal-resume',
  'cancel-renewal-error',
] as const;

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

/** Adds a line on top of a list; `strong` is what a reader needs of it. */
function addLine(list: HTMLElement, text: string, strong = ''): void {
  const line = document.createElement('li');
  line.append(text);
  if (strong !== '') {
    const mark = document.createElement('strong');
    mark.textContent = strong;
    line.append(' ', mark);
  }
  list.prepend(line);
}

/** What arrived at the phone or in the mailbox of the member. */
function showMessage(message: Message): void {
  if (message.kind === 'verification_code') addLine(byId('inbox'), `SMS to ${message.to}: your code is`, message.code);
  else if (message.kind === 'receipt') {
    addLine(byId('inbox'), `${message.channel} to ${message.to}: receipt`, message.receipt.id);
  } else {
    const what = message.kind === 'factor_changed' ? 'your ways to verify changed' : 'what was under way came to nothing';
    addLine(byId('inbox'), `${message.channel} to ${message.to}:`, what);
  }
}

/** Puts a fresh element, with a fresh server, on the page. */
async function startOver(language: string): Promise<void> {
  for (const id of ['inbox', 'events']) byId(id).replaceChildren();
  const { fetch, getToken } = await startHost(showMessage);
  const element = document.createElement('cancel-renewal');
  element.inline = true;
  element.membershipId = 'm_pro';
  element.lang = language;
  element.client = createMemberClient({ endpoint: '/leavewell', fetch, getToken, language: () => language });
  for (const name of EVENTS) element.addEventListener(name, () => addLine(byId('events'), name));
  byId('stage').replaceChildren(element);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-language]')) {
  button.addEventListener('click', () => void startOver(button.dataset['language'] ?? 'en'));
}
await startOver('en');
