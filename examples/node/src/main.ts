import { createInterface } from 'node:readline/promises';
import { createMemberClient } from '@leavewell/sdk';
import { cancelMembership, type AskCode } from './cancel-membership.ts';
import { listAllMemberships, untilWhen } from './list-memberships.ts';

const site = process.env.LEAVEWELL_SITE ?? 'http://127.0.0.1:4400';
const persona = process.env.LEAVEWELL_PERSONA ?? 'li-wen';

/** The demo's stand-in for the host's login; a partner's own backend mints the token instead. */
async function getToken(): Promise<string> {
  const response = await fetch(`${site}/session-token?as=${encodeURIComponent(persona)}`);
  const answer: unknown = await response.json();
  const token = typeof answer === 'object' && answer !== null && 'token' in answer ? answer.token : undefined;
  if (typeof token !== 'string') throw new Error(`${site} gave no session token: status ${response.status}`);
  return token;
}

const askOnTerminal: AskCode = async (destination, reason) => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const question = `${reason === null ? '' : `${reason}. `}Code sent to ${destination}: `;
  const code = await terminal.question(question);
  terminal.close();
  return code;
};

const client = createMemberClient({ endpoint: `${site}/leavewell`, getToken, language: () => 'en' });
for (const membership of await listAllMemberships(client)) console.log(`${membership.id}  ${untilWhen(membership)}`);

const [, , membershipId] = process.argv;
if (membershipId) {
  const receipt = await cancelMembership(client, membershipId, askOnTerminal);
  console.log(`Canceled. Receipt ${receipt.id}: ${receipt.planName} until ${receipt.lastDay} (${receipt.timeZone}).`);
}
