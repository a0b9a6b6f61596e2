import type { HostMember } from '@leavewell/contract';
import { createClient } from '../ask.ts';
import { hostKeys } from '../server-settings.ts';
import { commandRequest, personNamed, type Stage } from '../stage.ts';

/** Somebody who sends requests. */
export type FuzzCaller =
  'person' | 'colleague' | 'administrator' | 'stranger' | 'host' | 'otherHost' | 'nobody' | 'forger';

/** What there is to ask for. */
export interface FuzzWorld {
  readonly authorization: Readonly<Record<FuzzCaller, string | null>>;
  readonly membershipIds: readonly string[];
  readonly receiptIds: readonly string[];
  readonly verificationIds: readonly string[];
}

const MEMBERSHIPS_EACH = 6;

const company = { id: 'northwind', kind: 'company', name: 'Northwind', administratorName: 'Administrator' } as const;

type MemberName = 'person' | 'colleague' | 'administrator' | 'stranger';
const memberNames: readonly MemberName[] = ['person', 'colleague', 'administrator', 'stranger'];

const people: Readonly<Record<MemberName, HostMember>> = {
  person: personNamed('person'),
  stranger: personNamed('stranger'),
  colleague: { ...personNamed('colleague'), account: company, permissions: [] },
  administrator: { ...personNamed('administrator'), account: company, permissions: ['cancel_own', 'manage_members'] },
};

/** Declares members, memberships in both states, receipts and verifications under way. */
export async function createFuzzWorld(stage: Stage, at: string): Promise<FuzzWorld> {
  const host = stage.host(at);
  const client = createClient();
  const [membershipIds, receiptIds, verificationIds]: [string[], string[], string[]] = [[], [], []];
  const authorization: Record<FuzzCaller, string | null> = {
    person: null,
    colleague: null,
    administrator: null,
    stranger: null,
    host: `Bearer ${hostKeys[0].secret}`,
    otherHost: `Bearer ${hostKeys[1].secret}`,
    nobody: null,
    forger: 'Bearer eyJhbGciOiJub25lIn0.eyJ0aWQiOiJjYW1wYWlnbiIsInN1YiI6InBlcnNvbiJ9.',
  };
  for (const name of memberNames) {
    const person = people[name];
    const token = await host.token(person);
    authorization[name] = `Bearer ${token}`;
    const headers = { authorization: `Bearer ${token}` };
    for (let number = 0; number < MEMBERSHIPS_EACH; number += 1) {
      const membershipId = `m_${name}_${number}`;
      await host.declare(membershipId, person);
      membershipIds.push(membershipId);
      if (number % 2 === 1 || name === 'colleague') continue;
      const { text } = await client.sure(commandRequest({ at, token, membershipId, key: `seed-${membershipId}` }));
      receiptIds.push(String(JSON.parse(text).receipt.id));
    }
    const body = JSON.stringify({ membershipId: `m_${name}_1`, command: 'changeFactors', method: 'sms_code' });
    const { text } = await client.sure({ url: `${at}/v1/verifications`, method: 'POST', headers, body });
    verificationIds.push(String(JSON.parse(text).id));
  }
  client.close();
  return { authorization, membershipIds, receiptIds, verificationIds };
}
