import type { BillingFacts, Interval, Price, PutMembership } from '@leavewell/contract';
import { fixtureMembers, type FixtureMemberId } from './member-fixtures.ts';

/** A declaration with the facts of the ledger. */
export type LedgerMembership = PutMembership & { readonly facts: BillingFacts };

/** What a test may change of a membership; the facts one by one. */
export type MembershipOverrides = Partial<Omit<PutMembership, 'facts'>> & { readonly facts?: Partial<BillingFacts> };

/** Makes a membership a different member's: spread it into the overrides. */
export function belongsTo(id: FixtureMemberId): Pick<PutMembership, 'holder' | 'account'> {
  const { name, account } = fixtureMembers[id];
  const { administratorName: _, ...holderAccount } = account;
  return { holder: { id, name }, account: holderAccount };
}

const year: Interval = { unit: 'year', count: 1 };
const month: Interval = { unit: 'month', count: 1 };
const yuan = (fen: number, interval: Interval | null): Price => ({ amount: fen, currency: 'CNY', interval });

const professional: PutMembership['plan'] = {
  id: 'professional',
  name: { en: 'Professional', 'zh-CN': '专业版' },
  benefits: [
    { id: 'reports', name: { en: 'Full company reports', 'zh-CN': '企业工商报告完整版' } },
    { id: 'ownership', name: { en: 'Ownership tracing', 'zh-CN': '股权穿透分析' } },
    { id: 'alerts', name: { en: 'Operating-risk alerts', 'zh-CN': '实时经营异常提醒' } },
    { id: 'export', name: { en: 'Batch export', 'zh-CN': '批量导出' } },
  ],
};

const exportPack: PutMembership['plan'] = {
  id: 'export-pack',
  name: { en: 'Export pack', 'zh-CN': '导出包' },
  benefits: [{ id: 'export', name: { en: 'Batch export', 'zh-CN': '批量导出' } }],
};

const teamSeats: PutMembership['plan'] = {
  id: 'team-seats',
  name: { en: 'Team seats', 'zh-CN': '团队席位' },
  benefits: [{ id: 'seats', name: { en: 'Seats for colleagues', 'zh-CN': '同事席位' } }],
};

/** The Professional plan of Li Wen: paid for all of 2026 in Shanghai, renewing. */
const pro: LedgerMembership = {
  ...belongsTo('li-wen'),
  plan: professional,
  orderNumber: '2026-0117-3391',
  seats: null,
  timeZone: 'Asia/Shanghai',
  provider: 'ledger',
  providerReference: null,
  facts: {
    kind: 'recurring',
    renewal: 'on',
    renewalOff: null,
    payment: 'ok',
    startsAt: '2025-12-31T16:00:00Z',
    periodStartsAt: '2025-12-31T16:00:00Z',
    periodEndsAt: '2026-12-31T16:00:00Z',
    cancelBy: null,
    graceEndsAt: null,
    endedAt: null,
    resumesAt: null,
    price: yuan(129_800, year),
    paymentMethod: { brand: 'Alipay', last4: '8017' },
  },
};

/** A membership with some of it changed. */
function withOverrides(base: LedgerMembership, { facts, ...rest }: MembershipOverrides): LedgerMembership {
  return { ...base, ...rest, facts: { ...base.facts, ...facts } };
}

/** What differs from the Professional plan, by the state it shows at `fixtureNow`. */
const differences = {
  /** Renews on 31 December 2026. */
  m_pro: {},
  /** Bought once for a month; ends on 9 December 2026. */
  m_export: {
    plan: exportPack,
    orderNumber: '2026-1109-8842',
    facts: {
      kind: 'fixed_term',
      renewal: 'not_applicable',
      startsAt: '2026-11-09T06:30:00Z',
      periodStartsAt: '2026-11-09T06:30:00Z',
      periodEndsAt: '2026-12-09T16:00:00Z',
      price: yuan(9_800, month),
    },
  },
  /** Renewal switched off by the member on 20 November 2026; theirs until 14 March 2027. */
  m_team: {
    plan: teamSeats,
    orderNumber: '2026-0314-5120',
    seats: 12,
    facts: {
      renewal: 'off',
      renewalOff: { by: 'member', at: '2026-11-20T03:15:00Z' },
      startsAt: '2025-03-14T16:00:00Z',
      periodStartsAt: '2026-03-14T16:00:00Z',
      periodEndsAt: '2027-03-14T16:00:00Z',
      price: yuan(480_000, year),
    },
  },
  /** A trial whose first charge is on 30 November 2026. */
  m_trial: {
    orderNumber: '2026-1115-2204',
    facts: {
      payment: 'trial',
      startsAt: '2026-11-15T16:00:00Z',
      periodStartsAt: '2026-11-15T16:00:00Z',
      periodEndsAt: '2026-11-29T16:00:00Z',
    },
  },
  /** The renewal of 20 November 2026 could not be charged; access continues until the end of the 29th. */
  m_past_due: {
    orderNumber: '2025-1120-7718',
    facts: {
      payment: 'past_due',
      startsAt: '2025-11-19T16:00:00Z',
      periodStartsAt: '2025-11-19T16:00:00Z',
      periodEndsAt: '2026-11-19T16:00:00Z',
      graceEndsAt: '2026-11-29T16:00:00Z',
    },
  },
  /** The charge failed and the days of grace are over. */
  m_on_hold: {
    orderNumber: '2025-1101-6630',
    facts: {
      payment: 'unpaid',
      startsAt: '2025-10-31T16:00:00Z',
      periodStartsAt: '2025-10-31T16:00:00Z',
      periodEndsAt: '2026-10-31T16:00:00Z',
      graceEndsAt: '2026-11-14T16:00:00Z',
    },
  },
  /** Paused since 15 November 2026, until 15 January 2027. */
  m_paused: {
    orderNumber: '2026-0415-1093',
    facts: {
      renewal: 'paused',
      startsAt: '2026-04-14T16:00:00Z',
      periodStartsAt: '2026-10-14T16:00:00Z',
      periodEndsAt: '2026-11-14T16:00:00Z',
      resumesAt: '2027-01-14T16:00:00Z',
      price: yuan(12_800, month),
    },
  },
  /** Begins on 1 January 2027. */
  m_upcoming: {
    orderNumber: '2026-1118-4471',
    facts: {
      startsAt: '2026-12-31T16:00:00Z',
      periodStartsAt: '2026-12-31T16:00:00Z',
      periodEndsAt: '2027-12-31T16:00:00Z',
    },
  },
  /** Switched off in September and over since 31 October 2026. */
  m_expired: {
    orderNumber: '2025-1101-3382',
    facts: {
      renewal: 'off',
      renewalOff: { by: 'member', at: '2026-09-02T08:20:00Z' },
      startsAt: '2025-10-31T16:00:00Z',
      periodStartsAt: '2025-10-31T16:00:00Z',
      periodEndsAt: '2026-10-31T16:00:00Z',
    },
  },
  /** Refunded and ended before its time, on 10 November 2026. */
  m_revoked: {
    orderNumber: '2026-0801-9905',
    facts: {
      renewal: 'off',
      renewalOff: { by: 'host', at: '2026-11-10T08:00:00Z' },
      payment: 'refunded',
      startsAt: '2026-07-31T16:00:00Z',
      periodStartsAt: '2026-07-31T16:00:00Z',
      periodEndsAt: '2027-07-31T16:00:00Z',
      endedAt: '2026-11-10T08:00:00Z',
    },
  },
  /** Bought once for good. */
  m_lifetime: {
    orderNumber: '2024-0620-0017',
    facts: {
      kind: 'lifetime',
      renewal: 'not_applicable',
      startsAt: '2024-06-19T16:00:00Z',
      periodStartsAt: '2024-06-19T16:00:00Z',
      periodEndsAt: null,
      price: yuan(980_000, null),
    },
  },
} as const satisfies Record<string, MembershipOverrides>;

/** A membership of the fixtures; all belong to Li Wen until a test says otherwise. */
export type FixtureMembershipId = keyof typeof differences;

/** Where the clock of the fixtures stands: 10:42 in Shanghai. */
export const fixtureNow = '2026-11-22T02:42:00Z';

/** A membership as the host would declare it; an id that is not of the fixtures starts from `m_pro`. */
export function membershipFixture(id: string, overrides: MembershipOverrides = {}): LedgerMembership {
  const table: Readonly<Record<string, MembershipOverrides>> = differences;
  return withOverrides(withOverrides(pro, table[id] ?? {}), overrides);
}
