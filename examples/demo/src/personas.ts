import type { HostMember } from '@leavewell/contract';

const northwind = {
  id: 'northwind',
  kind: 'company',
  name: 'Northwind Trading 北风商贸',
  administratorName: 'Li Wen 李雯',
} as const;

/** The people who can be logged in at the demo site. A real site has them in its own user table. */
export const personas: ReadonlyMap<string, HostMember> = new Map(
  [
    {
      id: 'li-wen',
      name: 'Li Wen 李雯',
      phone: '+8613855502207',
      email: 'li.wen@northwind.example',
      language: 'en',
      account: northwind,
      permissions: ['cancel_own', 'manage_members'],
    } satisfies HostMember,
    {
      id: 'wang-fang',
      name: 'Wang Fang 王芳',
      phone: '+8613955504415',
      email: 'wang.fang@northwind.example',
      language: 'en',
      account: northwind,
      permissions: [],
    } satisfies HostMember,
    {
      id: 'chen-hao',
      name: 'Chen Hao 陈昊',
      phone: '+8613755501963',
      email: 'chen.hao@post.example',
      language: 'en',
      account: { id: 'chen-hao', kind: 'person', name: 'Chen Hao 陈昊', administratorName: null },
      permissions: ['cancel_own'],
    } satisfies HostMember,
  ].map((member) => [member.id, member]),
);

/** Who is logged in when the address does not say. */
export const defaultPersona = 'li-wen';
