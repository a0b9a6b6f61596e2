import type { HostMember } from '@leavewell/contract';

/** The members of the fixtures. */
export type FixtureMemberId = 'li-wen' | 'wang-fang' | 'chen-hao';

const northwind = {
  id: 'northwind',
  kind: 'company',
  name: 'Northwind Trading',
  administratorName: 'Li Wen',
} as const satisfies HostMember['account'];

/** Members as the host would describe them: an administrator, an employee without any right, and a person. */
export const fixtureMembers: Readonly<Record<FixtureMemberId, HostMember>> = {
  'li-wen': {
    id: 'li-wen',
    name: 'Li Wen',
    phone: '+8613800002207',
    email: 'li.wen@northwind.example',
    language: 'en',
    account: northwind,
    permissions: ['cancel_own', 'manage_members'],
  },
  'wang-fang': {
    id: 'wang-fang',
    name: 'Wang Fang',
    phone: '+8613900005566',
    email: 'wang.fang@northwind.example',
    language: 'zh-CN',
    account: northwind,
    permissions: [],
  },
  'chen-hao': {
    id: 'chen-hao',
    name: 'Chen Hao',
    phone: '+8613700009012',
    email: 'chen.hao@mail.example',
    language: 'en',
    account: { id: 'chen-hao', kind: 'person', name: 'Chen Hao', administratorName: null },
    permissions: ['cancel_own'],
  },
};
